package dev.vigil.calibrator;

import dev.vigil.schemas.events.MasterInput;
import dev.vigil.schemas.events.Product;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What came of a master, before somebody says so. */
record MasterDone(
        Instant middle,
        List<MasterInput> inputs,
        Product product,
        Map<String, Double> quality,
        List<String> flags,
        Checked checked) {}

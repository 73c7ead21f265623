package dev.vigil.calibrator;

import dev.vigil.schemas.events.DetectorOutcome;
import dev.vigil.schemas.events.MasterUsed;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.PlacedOnSky;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.RecipeUsed;
import dev.vigil.schemas.events.ReductionKind;
import java.util.List;
import java.util.Optional;

/** What came of a frame, before somebody says so. */
record FrameDone(
        ReductionKind kind,
        String reduction,
        RecipeUsed recipe,
        List<DetectorOutcome> detectors,
        List<MasterUsed> masters,
        List<Product> products,
        Measurements measurements,
        List<String> flags,
        Checked checked,
        Optional<PlacedOnSky> placed,
        Optional<Integer> sameAs) {}

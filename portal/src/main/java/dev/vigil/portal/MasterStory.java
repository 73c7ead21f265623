package dev.vigil.portal;

import dev.vigil.ledger.MasterStanding;
import dev.vigil.schemas.events.CheckResult;
import dev.vigil.schemas.events.MasterInput;
import dev.vigil.schemas.events.MasterUsed;
import dev.vigil.schemas.events.Product;
import java.util.List;
import java.util.Objects;

/**
 * All that is known of a master.
 *
 * @param standing how it stands
 * @param checks what came of the quality checks, what failed first
 * @param inputs the frames that were offered for it
 * @param masters the masters that calibrated these
 * @param products its files
 */
record MasterStory(
        MasterStanding standing,
        List<CheckResult> checks,
        List<MasterInput> inputs,
        List<MasterUsed> masters,
        List<Product> products) {
    MasterStory {
        Objects.requireNonNull(standing, "standing");
        checks = List.copyOf(checks);
        inputs = List.copyOf(inputs);
        masters = List.copyOf(masters);
        products = List.copyOf(products);
    }
}

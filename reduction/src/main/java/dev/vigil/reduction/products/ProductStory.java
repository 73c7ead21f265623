package dev.vigil.reduction.products;

import dev.vigil.reduction.masters.MasterUse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a product comes from: what its header says beside what the telescope said.
 *
 * @param frameId the frame, or the id of the master
 * @param reductionId the name of this piece of work; empty for a master
 * @param masters what it was calibrated with
 * @param software the name and version of the program
 */
public record ProductStory(
        String frameId,
        int revision,
        String unit,
        Optional<LocalDate> night,
        String reductionId,
        List<MasterUse> masters,
        String software) {
    public ProductStory {
        masters = List.copyOf(masters);
    }
}

package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.reduction.astrometry.Shift;
import dev.vigil.reduction.products.ReducedDetector;
import java.util.List;
import java.util.Map;

/** What came of one detector of a frame. */
sealed interface Attempt {
    /** Puts the detector where it belongs; an archive that cannot be used is the matter of the whole frame. */
    void into(List<ReducedDetector> good, Map<String, Trouble> troubles) throws ArchiveException;

    /** By how much the telescope was off, where this detector knows. */
    default List<Shift> shift() {
        return List.of();
    }

    /** It was reduced. */
    record Good(ReducedDetector detector) implements Attempt {
        @Override
        public void into(List<ReducedDetector> good, Map<String, Trouble> troubles) {
            good.add(detector);
        }

        @Override
        public List<Shift> shift() {
            return detector.findings().placement().knownShift().stream()
                    .map(shift -> shift.named(detector.detector().name()))
                    .toList();
        }
    }

    /** It could not be reduced; the others can. */
    record Bad(String name, Trouble trouble) implements Attempt {
        @Override
        public void into(List<ReducedDetector> good, Map<String, Trouble> troubles) {
            troubles.put(name, trouble);
        }
    }

    /** The archive could not be used meanwhile. */
    record Interrupted(ArchiveException why) implements Attempt {
        @Override
        public void into(List<ReducedDetector> good, Map<String, Trouble> troubles) throws ArchiveException {
            throw why;
        }
    }
}

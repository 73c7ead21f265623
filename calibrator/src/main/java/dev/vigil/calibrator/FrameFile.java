package dev.vigil.calibrator;

import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.Product;
import java.util.Optional;

/**
 * The file of a reduced frame.
 *
 * @param reduction the name of the reduction
 * @param revision the revision of the frame that it was made of
 */
record FrameFile(String reduction, int revision, Product product) {
    /** The earlier revision that it was made of, if it is not the very one that was asked for. */
    Optional<Integer> sameAs(FrameIdentity asked) {
        return revision == asked.revision() ? Optional.empty() : Optional.of(revision);
    }
}

package dev.vigil.reduction.references;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.util.List;

/** Stars whose places and magnitudes are known; may be asked from several threads at once. */
public interface References {
    /** What the catalogue is called, as a header or an event shall name it. */
    String name();

    /** What its magnitudes are. */
    ReferenceBand band();

    /**
     * The stars that are within a radius of a place at an epoch, the brightest first, and at most so many.
     *
     * @throws java.io.UncheckedIOException if the catalogue cannot be read
     */
    List<ReferenceStar> around(SkyPosition centre, double radiusDegrees, Epoch epoch, int atMost);
}

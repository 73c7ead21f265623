package dev.vigil.reduction.photometry;

import dev.vigil.reduction.references.ReferenceBand;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What came of the question how bright one electron per second is. */
public sealed interface Photometry {
    /** The answer, unless there is none. */
    default Optional<Calibrated> calibrated() {
        return this instanceof Calibrated found ? Optional.of(found) : Optional.empty();
    }

    /** Nobody asked, and why not. */
    record NotRun(String reason) implements Photometry {}

    /** There is no answer, and why not. */
    record Failed(String references, String reason) implements Photometry {}

    /**
     * Magnitudes of a catalogue's band.
     *
     * @param limit the magnitude of a star that stands out by five times the sky's noise
     * @param skyBrightness magnitudes of a square second of arc of sky
     * @param standards the stars that were asked
     * @param seconds of open shutter
     */
    record Calibrated(
            String references,
            ReferenceBand band,
            ZeroPoint zeroPoint,
            double limit,
            OptionalDouble skyBrightness,
            List<Standard> standards,
            double seconds)
            implements Photometry {
        public Calibrated {
            standards = List.copyOf(standards);
        }

        /** The magnitude of one electron in the whole exposure. */
        public double magnitudeOfOne() {
            return zeroPoint.magnitude() + 2.5 * Math.log10(seconds);
        }
    }
}

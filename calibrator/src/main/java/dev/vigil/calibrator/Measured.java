package dev.vigil.calibrator;

import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Hdu;
import dev.vigil.reduction.Measurement;
import dev.vigil.reduction.PixelScale;
import dev.vigil.reduction.QuickLook;
import dev.vigil.schemas.events.Measurements;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Measurements in the words of events. */
final class Measured {
    /** One minus the smallest width of a typical star by its greatest. */
    static final String ELLIPTICITY = "ellipticity";

    private Measured() {}

    /** Of a reduced frame, in electrons. */
    static Measurements onFrame(Measurement measurement, OptionalDouble scale) {
        return measurements(Optional.empty(), Optional.empty(), measurement, scale, 1);
    }

    /** Of a raw frame: the level in counts; sky and noise in electrons where the gain is known. */
    static Measurements onRaw(QuickLook look, OptionalDouble scale, OptionalDouble gain) {
        return measurements(
                Translation.number(look.level()),
                Translation.number(look.saturatedFraction()),
                look.measurement(),
                scale,
                gain.orElse(1));
    }

    private static Measurements measurements(
            Optional<Double> level,
            Optional<Double> saturated,
            Measurement measurement,
            OptionalDouble scale,
            double gain) {
        return new Measurements(
                level,
                saturated,
                Optional.of((long) measurement.sources()),
                Translation.number(measurement.fwhmPixels()),
                Translation.number(measurement.fwhmArcseconds(scale)),
                Translation.number(measurement.sky()).map(sky -> sky * gain),
                Translation.number(measurement.noise()).map(noise -> noise * gain),
                others(measurement));
    }

    private static Map<String, Double> others(Measurement measurement) {
        return Translation.number(measurement.ellipticity())
                .map(value -> Map.of(ELLIPTICITY, value))
                .orElseGet(Map::of);
    }

    /** Seconds of arc per pixel, of the first header that says so. */
    static OptionalDouble scale(FitsFile file) {
        return file.hdus().stream()
                .map(Hdu::header)
                .map(PixelScale::of)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElseGet(OptionalDouble::empty);
    }
}

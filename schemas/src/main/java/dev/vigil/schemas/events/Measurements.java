package dev.vigil.schemas.events;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was measured on a frame. Absent: not measured.
 *
 * @param level median of the frame in counts
 * @param saturatedFraction share of pixels that are saturated
 * @param sources detected sources
 * @param seeing full width at half maximum, in pixels
 * @param seeingArcsec the same in seconds of arc
 * @param ellipticity one minus the smallest width of a typical star by its greatest
 * @param ellipticityAngle direction of the greatest width, in degrees from the rows (x) towards the columns (y), -90 to 90
 * @param sky background, in electrons where the gain is known, else in counts
 * @param noise of the background, in the unit of sky
 * @param others measurements that only some cameras have
 */
public record Measurements(
        Optional<Double> level,
        Optional<Double> saturatedFraction,
        Optional<Long> sources,
        Optional<Double> seeing,
        Optional<Double> seeingArcsec,
        Optional<Double> ellipticity,
        Optional<Double> ellipticityAngle,
        Optional<Double> sky,
        Optional<Double> noise,
        Map<String, Double> others) {
    public Measurements {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(saturatedFraction, "saturatedFraction");
        Objects.requireNonNull(sources, "sources");
        Objects.requireNonNull(seeing, "seeing");
        Objects.requireNonNull(seeingArcsec, "seeingArcsec");
        Objects.requireNonNull(ellipticity, "ellipticity");
        Objects.requireNonNull(ellipticityAngle, "ellipticityAngle");
        Objects.requireNonNull(sky, "sky");
        Objects.requireNonNull(noise, "noise");
        others = Map.copyOf(others);
    }

    /** Nothing was measured. */
    public static final Measurements NONE = new Measurements(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    /** The same, with these of those that only some cameras have. */
    public Measurements withOthers(Map<String, Double> these) {
        return new Measurements(
                level,
                saturatedFraction,
                sources,
                seeing,
                seeingArcsec,
                ellipticity,
                ellipticityAngle,
                sky,
                noise,
                these);
    }
}

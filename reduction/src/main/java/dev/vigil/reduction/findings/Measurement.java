package dev.vigil.reduction.findings;

import dev.vigil.reduction.statistics.Median;
import java.util.Collection;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * What a look at an image tells: the sky, its noise, and the stars. Sky and noise have the unit of the image.
 *
 * @param sky the median of the background
 * @param noise the standard deviation of one background pixel
 * @param sources how many sources were found
 * @param fwhmPixels the full width at half maximum of a typical star, as the sky has it, before the pixels blur it
 * @param ellipticity one minus the smallest width of a typical star by its greatest
 * @param ellipticityAngle the direction of the greatest, in degrees from the rows (x) towards the columns (y), -90 to 90
 * @param flags what could not be measured
 */
public record Measurement(
        OptionalDouble sky,
        OptionalDouble noise,
        int sources,
        OptionalDouble fwhmPixels,
        OptionalDouble ellipticity,
        OptionalDouble ellipticityAngle,
        Set<Flag> flags) {
    /** Nothing was measured. */
    public static final Measurement NONE = new Measurement(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            EnumSet.of(Flag.NOTHING_TO_MEASURE));

    public Measurement {
        flags = Set.copyOf(flags);
    }

    Measurement flagged(Set<Flag> more) {
        EnumSet<Flag> all = EnumSet.noneOf(Flag.class);
        all.addAll(flags);
        all.addAll(more);
        return new Measurement(sky, noise, sources, fwhmPixels, ellipticity, ellipticityAngle, all);
    }

    /** The seeing, where the scale of a pixel is known. */
    public OptionalDouble fwhmArcseconds(OptionalDouble arcsecondsPerPixel) {
        return fwhmPixels.isPresent() && arcsecondsPerPixel.isPresent()
                ? OptionalDouble.of(fwhmPixels.getAsDouble() * arcsecondsPerPixel.getAsDouble())
                : OptionalDouble.empty();
    }

    /** One measurement for all detectors of a frame: sources add up, the rest is the median of what was measured. */
    public static Measurement combined(Collection<Measurement> detectors) {
        return new Measurement(
                median(detectors, Measurement::sky),
                median(detectors, Measurement::noise),
                detectors.stream().mapToInt(Measurement::sources).sum(),
                median(detectors, Measurement::fwhmPixels),
                median(detectors, Measurement::ellipticity),
                direction(detectors),
                flagsOfAll(detectors));
    }

    /** Of the mean shape: opposite directions are the same, and those of round stars count for little. */
    private static OptionalDouble direction(Collection<Measurement> detectors) {
        double along = 0;
        double across = 0;
        for (Measurement detector : detectors) {
            double twice = 2 * Math.toRadians(detector.ellipticityAngle().orElse(0));
            double weight = detector.ellipticityAngle().isPresent()
                    ? detector.ellipticity().orElse(0)
                    : 0;
            along += weight * Math.cos(twice);
            across += weight * Math.sin(twice);
        }
        return along == 0 && across == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.toDegrees(Math.atan2(across, along) / 2));
    }

    /** A flag stands for the frame only if it stands for every detector. */
    private static Set<Flag> flagsOfAll(Collection<Measurement> detectors) {
        EnumSet<Flag> flags = EnumSet.allOf(Flag.class);
        detectors.forEach(detector -> flags.retainAll(detector.flags()));
        return detectors.isEmpty() ? EnumSet.of(Flag.NOTHING_TO_MEASURE) : flags;
    }

    private static OptionalDouble median(
            Collection<Measurement> detectors, Function<Measurement, OptionalDouble> value) {
        return Median.known(detectors.stream().map(value).toList());
    }
}

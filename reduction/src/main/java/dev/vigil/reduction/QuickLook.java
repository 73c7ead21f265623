package dev.vigil.reduction;

import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.findings.Catalogue;
import dev.vigil.reduction.findings.Flag;
import dev.vigil.reduction.findings.Measurement;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.recipes.Levels;
import dev.vigil.reduction.recipes.Outcome;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.recipes.Reduced;
import dev.vigil.reduction.sources.SourceSettings;
import dev.vigil.reduction.statistics.Median;
import dev.vigil.reduction.steps.MaskSaturated;
import dev.vigil.reduction.steps.MeasureSources;
import dev.vigil.reduction.steps.SubtractOverscan;
import dev.vigil.reduction.steps.Trim;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a raw frame shows at once, without any master: all in ADU. Where the camera has no overscan the sky still
 * contains the bias.
 *
 * @param level the median raw count of the pixels that saw the sky, as the camera wrote it
 * @param saturatedFraction the share of saturated pixels, where the limit is known
 * @param measurement sky, noise, sources and seeing after overscan
 */
public record QuickLook(OptionalDouble level, OptionalDouble saturatedFraction, Measurement measurement) {
    private static final String NAME = "quick-look";
    private static final int VERSION = 5;

    /** The recipe of a quick look; it asks for nothing but the pixels. */
    public static Recipe recipe(Detector detector) {
        return Recipe.of(
                NAME,
                VERSION,
                new MaskSaturated(detector),
                new SubtractOverscan(detector),
                new Trim(detector),
                new MeasureSources(SourceSettings.QUICK));
    }

    /** Looks at one detector; the image is what a preview is drawn from. */
    public static Outcome<Seen> at(RawRows raw, Detector detector) {
        return recipe(detector).reduce(raw).map(reduced -> seen(raw, detector, reduced));
    }

    private static Seen seen(RawRows raw, Detector detector, Reduced reduced) {
        QuickLook look = new QuickLook(
                level(raw, detector), saturated(detector, reduced.image()), measurement(detector, reduced));
        return new Seen(look, reduced.image(), reduced.catalogue());
    }

    private static OptionalDouble level(RawRows raw, Detector detector) {
        return Levels.median(Recipe.of(NAME, VERSION, new Trim(detector)), raw);
    }

    private static OptionalDouble saturated(Detector detector, DetectorImage image) {
        return saturationIsKnown(detector)
                ? OptionalDouble.of(image.fractionWith(MaskBit.SATURATED.value()))
                : OptionalDouble.empty();
    }

    private static boolean saturationIsKnown(Detector detector) {
        return detector.amplifiers().stream()
                .allMatch(amplifier -> amplifier.saturation().isPresent());
    }

    private static Measurement measurement(Detector detector, Reduced reduced) {
        Measurement found = reduced.measurement();
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(found.flags());
        if (!saturationIsKnown(detector)) {
            flags.add(Flag.SATURATION_UNKNOWN);
        }
        if (!detector.hasOverscan()) {
            flags.add(Flag.SKY_INCLUDES_BIAS);
        }
        return new Measurement(
                found.sky(),
                found.noise(),
                found.sources(),
                found.fwhmPixels(),
                found.ellipticity(),
                found.ellipticityAngle(),
                flags);
    }

    /** One quick look for all detectors of a frame; detectors are taken to be of one size. */
    public static QuickLook combined(Collection<QuickLook> detectors) {
        Optional<Double> saturated = detectors.stream()
                .map(QuickLook::saturatedFraction)
                .reduce((left, right) -> left.isPresent() && right.isPresent()
                        ? OptionalDouble.of(left.getAsDouble() + right.getAsDouble())
                        : OptionalDouble.empty())
                .filter(OptionalDouble::isPresent)
                .map(sum -> sum.getAsDouble() / detectors.size());
        return new QuickLook(
                Median.known(detectors.stream().map(QuickLook::level).toList()),
                saturated.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                Measurement.combined(
                        detectors.stream().map(QuickLook::measurement).toList()));
    }

    /** A quick look, the image that it was taken on (overscan subtracted, in ADU), and the sources that were found on it. */
    public record Seen(QuickLook look, DetectorImage image, Optional<Catalogue> catalogue) {}
}

package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.findings.Flag;
import dev.vigil.reduction.findings.Measurement;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** A measurement as cards of a header, from which the same measurement can be read again. */
final class MeasurementCards {
    private static final String SKY = "SKYLEVEL";
    private static final String NOISE = "SKYNOISE";
    private static final String SOURCES = "NSOURCES";
    private static final String WIDTH = "FWHMPIX";
    private static final String SEEING = "L1FWHM";
    private static final String ELLIPTICITY = "L1ELLIP";
    private static final String ANGLE = "L1ELLIPA";
    private static final String FLAGS = "MEASFLAG";

    private MeasurementCards() {}

    /** The scale is in seconds of arc per pixel. */
    static void add(Header.Builder cards, Measurement measurement, OptionalDouble scale) {
        cards.put(SKY, measurement.sky(), "[electron] median of the sky");
        cards.put(NOISE, measurement.noise(), "[electron] noise of one pixel of sky");
        cards.put(SOURCES, measurement.sources(), "sources found");
        cards.put(WIDTH, measurement.fwhmPixels(), "[pixel] full width at half maximum of a star");
        cards.put(SEEING, measurement.fwhmArcseconds(scale), "[arcsec] the same on the sky");
        cards.put(ELLIPTICITY, measurement.ellipticity(), "1 - smallest / greatest width of a star");
        cards.put(ANGLE, measurement.ellipticityAngle(), "[deg] direction of the greatest, from x towards y");
        if (!measurement.flags().isEmpty()) {
            cards.put(FLAGS, words(measurement.flags()), "what was not measured");
        }
    }

    static Measurement read(Header cards) {
        return new Measurement(
                cards.number(SKY),
                cards.number(NOISE),
                (int) cards.integer(SOURCES).orElse(0),
                cards.number(WIDTH),
                cards.number(ELLIPTICITY),
                cards.number(ANGLE),
                cards.text(FLAGS).map(MeasurementCards::flags).orElse(Set.of()));
    }

    private static String words(Set<Flag> flags) {
        return flags.stream().sorted().map(Flag::name).collect(Collectors.joining(" "));
    }

    private static Set<Flag> flags(String words) {
        return Arrays.stream(words.split(" ")).map(Flag::valueOf).collect(Collectors.toSet());
    }
}

package dev.vigil.reduction.pointing;

import dev.vigil.imaging.Header;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How much sky a pixel covers, as a header's coordinates say. */
public final class PixelScale {
    private static final double ARCSECONDS = 3600;

    private PixelScale() {}

    /** Seconds of arc per pixel: from the CD matrix, else CDELT, else what the camera calls it. */
    public static OptionalDouble of(Header header) {
        return Stream.of(matrix(header), steps(header), header.number("PIXSCALE"), header.number("SECPIX"))
                .filter(OptionalDouble::isPresent)
                .filter(scale -> scale.getAsDouble() > 0)
                .findFirst()
                .orElseGet(OptionalDouble::empty);
    }

    private static OptionalDouble matrix(Header header) {
        if (!header.has("CD1_1") || !header.has("CD2_2")) {
            return OptionalDouble.empty();
        }
        double determinant =
                value(header, "CD1_1") * value(header, "CD2_2") - value(header, "CD1_2") * value(header, "CD2_1");
        return OptionalDouble.of(ARCSECONDS * Math.sqrt(Math.abs(determinant)));
    }

    private static OptionalDouble steps(Header header) {
        return header.has("CTYPE1") && header.has("CDELT1") && header.has("CDELT2")
                ? OptionalDouble.of(ARCSECONDS * Math.sqrt(Math.abs(value(header, "CDELT1") * value(header, "CDELT2"))))
                : OptionalDouble.empty();
    }

    private static double value(Header header, String keyword) {
        return header.number(keyword).orElse(0);
    }
}

package dev.vigil.imaging.pictures;

import dev.vigil.imaging.Header;
import java.util.Optional;

/**
 * Which way the sky lies on an image, as its header says: degrees to the east and to the north for each pixel to the right and
 * for each pixel up. What the optics bend is left out.
 */
public record SkyAxes(double eastByX, double eastByY, double northByX, double northByY) {
    private static final double ARCSECONDS = 3600;

    /** Nothing where the header has no coordinates on the sky, or has them on other axes. */
    public static Optional<SkyAxes> of(Header header) {
        boolean isSky = isOf(header, "CTYPE1", "RA--") && isOf(header, "CTYPE2", "DEC-");
        return isSky
                ? matrix(header).filter(axes -> axes.determinant() != 0 && Double.isFinite(axes.determinant()))
                : Optional.empty();
    }

    private static boolean isOf(Header header, String keyword, String beginning) {
        return header.text(keyword).filter(text -> text.startsWith(beginning)).isPresent();
    }

    private static Optional<SkyAxes> matrix(Header header) {
        if (header.has("CD1_1") || header.has("CD2_1")) {
            return Optional.of(new SkyAxes(
                    number(header, "CD1_1", 0),
                    number(header, "CD1_2", 0),
                    number(header, "CD2_1", 0),
                    number(header, "CD2_2", 0)));
        }
        return header.has("CDELT1") && header.has("CDELT2") ? Optional.of(scaled(header)) : Optional.empty();
    }

    private static SkyAxes scaled(Header header) {
        double first = number(header, "CDELT1", 1);
        double second = number(header, "CDELT2", 1);
        double turned = Math.toRadians(number(header, "CROTA2", 0));
        double ratio = second / first;
        return new SkyAxes(
                first * number(header, "PC1_1", Math.cos(turned)),
                first * number(header, "PC1_2", -Math.sin(turned) * ratio),
                second * number(header, "PC2_1", Math.sin(turned) / ratio),
                second * number(header, "PC2_2", Math.cos(turned)));
    }

    private static double number(Header header, String keyword, double otherwise) {
        return header.number(keyword).orElse(otherwise);
    }

    private double determinant() {
        return eastByX * northByY - eastByY * northByX;
    }

    /** The side of a pixel, as the root of its area. */
    public double arcsecondsPerPixel() {
        return ARCSECONDS * Math.sqrt(Math.abs(determinant()));
    }

    /** By how many pixels to the right one gets so far to the east and north, counted in sides of a pixel. */
    double right(double east, double north) {
        return side() * (northByY * east - eastByY * north) / determinant();
    }

    /** By how many pixels up one gets so far to the east and north, counted in sides of a pixel. */
    double up(double east, double north) {
        return side() * (eastByX * north - northByX * east) / determinant();
    }

    private double side() {
        return Math.sqrt(Math.abs(determinant()));
    }
}

package dev.vigil.reduction.pointing;

import dev.vigil.imaging.Header;
import java.util.Optional;

/**
 * How an image lies on the sky, as a header's coordinates say.
 *
 * @param north the angle in degrees from the image's upward direction to north, counted towards the left
 * @param mirrored whether east lies to the right of north, as no eye sees it
 */
public record Orientation(double north, boolean mirrored) {
    /** Nothing where the header has no CD matrix that could be turned. */
    public static Optional<Orientation> of(Header header) {
        if (!header.has("CD1_1") || !header.has("CD2_2")) {
            return Optional.empty();
        }
        double xEast = value(header, "CD1_1");
        double yEast = value(header, "CD1_2");
        double xNorth = value(header, "CD2_1");
        double yNorth = value(header, "CD2_2");
        double determinant = xEast * yNorth - yEast * xNorth;
        return determinant == 0
                ? Optional.empty()
                : Optional.of(of(-yEast / determinant, xEast / determinant, determinant > 0));
    }

    /** From the step in pixels that leads north: the second column of the inverted matrix. */
    private static Orientation of(double right, double up, boolean mirrored) {
        return new Orientation(Math.toDegrees(Math.atan2(-right, up)), mirrored);
    }

    private static double value(Header header, String keyword) {
        return header.number(keyword).orElse(0);
    }
}

package dev.vigil.imaging.pictures;

import dev.vigil.imaging.Image;

/** Turns an image so that north is up and east is left; what it does not cover is not a number. */
final class NorthUp {
    private final Image image;
    private final SkyAxes axes;
    private final int halfWidth;
    private final int halfHeight;

    private NorthUp(Image image, SkyAxes axes) {
        this.image = image;
        this.axes = axes;
        this.halfWidth = (int) Math.ceil(reach(axes.eastByX(), axes.eastByY()));
        this.halfHeight = (int) Math.ceil(reach(axes.northByX(), axes.northByY()));
    }

    static Image turn(Image image, SkyAxes axes) {
        return new NorthUp(image, axes).turned();
    }

    /** How far a corner of the image lies from its middle along one axis of the sky. */
    private double reach(double byX, double byY) {
        double side = axes.arcsecondsPerPixel() / 3600;
        return (Math.abs(byX) * image.width() + Math.abs(byY) * image.height()) / (2 * side);
    }

    private Image turned() {
        Image turned = Image.blank(2 * halfWidth, 2 * halfHeight);
        for (int y = 0; y < turned.height(); y++) {
            double north = y + 0.5 - halfHeight;
            for (int x = 0; x < turned.width(); x++) {
                double east = halfWidth - x - 0.5;
                turned.pixels()[y * turned.width() + x] = between(
                        image.width() / 2.0 + axes.right(east, north) - 0.5,
                        image.height() / 2.0 + axes.up(east, north) - 0.5);
            }
        }
        return turned;
    }

    /** Weighs the four pixels around a place. */
    private float between(double x, double y) {
        if (!(x >= -0.5 && y >= -0.5 && x <= image.width() - 0.5 && y <= image.height() - 0.5)) {
            return Float.NaN;
        }
        int left = (int) Math.max(0, Math.min(image.width() - 2.0, Math.floor(x)));
        int low = (int) Math.max(0, Math.min(image.height() - 2.0, Math.floor(y)));
        int right = Math.min(image.width() - 1, left + 1);
        int high = Math.min(image.height() - 1, low + 1);
        double across = Math.max(0, Math.min(1, x - left));
        double along = Math.max(0, Math.min(1, y - low));
        double lower = mixed(image.at(left, low), image.at(right, low), across);
        double upper = mixed(image.at(left, high), image.at(right, high), across);
        return (float) mixed(lower, upper, along);
    }

    /** What is no number beside a number with all the weight does not spoil it. */
    private static double mixed(double first, double second, double share) {
        if (share == 0 || share == 1) {
            return share == 0 ? first : second;
        }
        return first + share * (second - first);
    }
}

package dev.vigil.reduction.sources;

/** A region around a source, and how much of each pixel lies in it. Pixels are counted from 0. */
sealed interface Aperture permits RoundAperture, EllipticalAperture {
    /** The share of a pixel that is covered, from 0 to 1. */
    double share(int column, int row);

    double x();

    double y();

    /** How far it reaches to the left and to the right. */
    double reachX();

    double reachY();

    default int left() {
        return (int) Math.floor(x() - reachX() + 0.5);
    }

    default int right() {
        return (int) Math.ceil(x() + reachX() - 0.5);
    }

    default int bottom() {
        return (int) Math.floor(y() - reachY() + 0.5);
    }

    default int top() {
        return (int) Math.ceil(y() + reachY() - 0.5);
    }

    default boolean isWithin(int width, int height) {
        return left() >= 0 && bottom() >= 0 && right() < width && top() < height;
    }
}

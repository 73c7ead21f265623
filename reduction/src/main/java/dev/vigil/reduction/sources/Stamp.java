package dev.vigil.reduction.sources;

/** A copy of the pixels about a source, with their variances; pixels are counted from 0 in the image. */
final class Stamp {
    private final int radius;
    private final int size;
    private final double[] light;
    private final double[] variance;
    private int left;
    private int bottom;

    Stamp(int radius) {
        this.radius = radius;
        this.size = 2 * radius + 1;
        this.light = new double[size * size];
        this.variance = new double[size * size];
    }

    void copy(Surroundings surroundings, double x, double y) {
        Residual residual = surroundings.residual();
        left = (int) Math.round(x) - radius;
        bottom = (int) Math.round(y) - radius;
        for (int i = 0; i < light.length; i++) {
            int place = surroundings.placeFor(left + i % size, bottom + i / size);
            boolean known = place >= 0;
            light[i] = known ? residual.values()[place] : 0;
            variance[i] = known ? residual.varianceAt(place % residual.width(), place / residual.width()) : 0;
        }
    }

    int size() {
        return size;
    }

    int left() {
        return left;
    }

    int bottom() {
        return bottom;
    }

    double[] light() {
        return light;
    }

    double[] variance() {
        return variance;
    }
}

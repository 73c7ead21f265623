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
        int i = 0;
        for (int row = bottom; row < bottom + size; row++) {
            for (int column = left; column < left + size; column++) {
                int place = surroundings.placeFor(column, row);
                light[i] = place < 0 ? 0 : residual.values()[place];
                variance[i] = place < 0 ? 0 : surroundings.varianceOf(place);
                i++;
            }
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

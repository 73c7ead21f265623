package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.Offset;
import java.util.Arrays;
import java.util.List;

/** Places on a plane as two arrays, the brightest first; the arrays are shared, not copied. */
record Points(double[] x, double[] y) {
    Points {
        if (x.length != y.length) {
            throw new IllegalArgumentException("As many x as y: " + x.length + ", " + y.length);
        }
    }

    static Points of(List<Offset> places) {
        return new Points(
                places.stream().mapToDouble(Offset::x).toArray(),
                places.stream().mapToDouble(Offset::y).toArray());
    }

    int size() {
        return x.length;
    }

    /** The brightest of them. */
    Points first(int many) {
        return many >= size() ? this : new Points(Arrays.copyOf(x, many), Arrays.copyOf(y, many));
    }

    /** The same, so many times as far from the origin. */
    Points times(double factor) {
        return new Points(
                Arrays.stream(x).map(each -> factor * each).toArray(),
                Arrays.stream(y).map(each -> factor * each).toArray());
    }

    /** The greatest distance of any from the origin along either axis. */
    double reach() {
        double reach = 0;
        for (int i = 0; i < size(); i++) {
            reach = Math.max(reach, Math.max(Math.abs(x[i]), Math.abs(y[i])));
        }
        return reach;
    }
}

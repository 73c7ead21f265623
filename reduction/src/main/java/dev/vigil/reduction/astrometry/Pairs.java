package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.LinearMap;
import dev.vigil.reduction.coordinates.Offset;

/**
 * Sources with their stars: where the sources lie on the detector, in pixels from its centre, and where the stars lie on the
 * plane of the sky, in degrees.
 *
 * @param variance of source and star together along one axis, in square degrees, as far as it is known
 * @param sources the numbers of the sources, ascending: the brightest first
 * @param stars the numbers of their stars
 */
record Pairs(double[] u, double[] v, double[] x, double[] y, double[] variance, int[] sources, int[] stars) {
    int size() {
        return sources.length;
    }

    /** The same with the sources where a straight map puts them. */
    Pairs on(LinearMap map) {
        double[] first = new double[size()];
        double[] second = new double[size()];
        for (int i = 0; i < size(); i++) {
            Offset mapped = map.times(new Offset(u[i], v[i]));
            first[i] = mapped.x();
            second[i] = mapped.y();
        }
        return new Pairs(first, second, x, y, variance, sources, stars);
    }
}

package dev.vigil.reduction.astrometry;

import java.util.Arrays;

/**
 * The triangles of a few points. Each stands on its longest side, whose first end is the one nearer to the third corner;
 * its shape is where that corner lies, along the side and aside of it (left is positive), in units of the side.
 */
final class Triangles {
    /** Corners are packed into one number. */
    static final int MOST_POINTS = 1 << 10;

    private static final int BITS = 10;

    private final Points points;
    private final double least;
    private final double most;
    private int size;
    private float[] along = new float[1024];
    private float[] aside = new float[1024];
    private float[] base = new float[1024];
    private int[] corners = new int[1024];

    private Triangles(Points points, double least, double most) {
        this.points = points;
        this.least = least * least;
        this.most = most * most;
    }

    /** Those with a longest side between these lengths, the ones of bright points first. */
    static Triangles of(Points points, double least, double most) {
        Triangles triangles = new Triangles(points.first(MOST_POINTS), least, most);
        for (int third = 2; third < triangles.points.size(); third++) {
            for (int second = 1; second < third; second++) {
                triangles.addAll(second, third);
            }
        }
        return triangles;
    }

    private void addAll(int second, int third) {
        double side = squared(second, third);
        if (side > most) {
            return;
        }
        for (int first = 0; first < second; first++) {
            double toSecond = squared(first, second);
            double toThird = squared(first, third);
            double longest = Math.max(side, Math.max(toSecond, toThird));
            if (longest <= most && longest >= least) {
                add(first, second, third, side, toSecond, toThird);
            }
        }
    }

    private void add(int first, int second, int third, double facingFirst, double facingThird, double facingSecond) {
        if (facingFirst >= facingSecond && facingFirst >= facingThird) {
            stand(first, second, third, facingThird <= facingSecond);
        } else if (facingSecond >= facingThird) {
            stand(second, first, third, facingThird <= facingFirst);
        } else {
            stand(third, first, second, facingSecond <= facingFirst);
        }
    }

    private void stand(int apex, int one, int other, boolean nearerToOne) {
        int from = nearerToOne ? one : other;
        int to = nearerToOne ? other : one;
        double dx = points.x()[to] - points.x()[from];
        double dy = points.y()[to] - points.y()[from];
        double ax = points.x()[apex] - points.x()[from];
        double ay = points.y()[apex] - points.y()[from];
        double squared = dx * dx + dy * dy;
        grow();
        along[size] = (float) ((ax * dx + ay * dy) / squared);
        aside[size] = (float) ((dx * ay - dy * ax) / squared);
        base[size] = (float) Math.sqrt(squared);
        corners[size++] = from | to << BITS | apex << 2 * BITS;
    }

    private void grow() {
        if (size == along.length) {
            along = Arrays.copyOf(along, 2 * size);
            aside = Arrays.copyOf(aside, 2 * size);
            base = Arrays.copyOf(base, 2 * size);
            corners = Arrays.copyOf(corners, 2 * size);
        }
    }

    private double squared(int one, int other) {
        double dx = points.x()[one] - points.x()[other];
        double dy = points.y()[one] - points.y()[other];
        return dx * dx + dy * dy;
    }

    int size() {
        return size;
    }

    float along(int triangle) {
        return along[triangle];
    }

    float aside(int triangle) {
        return aside[triangle];
    }

    /** The length of the longest side. */
    float base(int triangle) {
        return base[triangle];
    }

    /** The number of a corner's point: 0 and 1 are the ends of the longest side, 2 is the third. */
    int corner(int triangle, int which) {
        return corners[triangle] >> which * BITS & MOST_POINTS - 1;
    }
}

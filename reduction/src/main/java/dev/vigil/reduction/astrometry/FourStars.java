package dev.vigil.reduction.astrometry;

import java.util.Optional;

/**
 * Four points and their shape: where two of them lie on the two that are furthest from each other, along that base and
 * aside of it (left is positive), in units of it. The base begins and the two are named so that each shape is told in one
 * way; its size, place and turn do not matter.
 *
 * @param base how long the base is
 * @param from the number of the point where the base begins
 * @param to the number of the point where it ends
 */
record FourStars(double along, double aside, double otherAlong, double otherAside, double base, int from, int to) {
    /** Empty where several points are one. */
    static Optional<FourStars> of(Points points, int... four) {
        int from = four[0];
        int to = four[1];
        double longest = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = i + 1; j < 4; j++) {
                double squared = squared(points, four[i], four[j]);
                if (squared > longest) {
                    longest = squared;
                    from = four[i];
                    to = four[j];
                }
            }
        }
        return longest > 0 ? Optional.of(on(points, from, to, longest, others(four, from, to))) : Optional.empty();
    }

    private static int[] others(int[] four, int from, int to) {
        int[] others = new int[2];
        int next = 0;
        for (int each : four) {
            if (each != from && each != to) {
                others[next++] = each;
            }
        }
        return others;
    }

    private static FourStars on(Points points, int from, int to, double squared, int[] others) {
        double dx = points.x()[to] - points.x()[from];
        double dy = points.y()[to] - points.y()[from];
        double[] shape = new double[4];
        for (int k = 0; k < 2; k++) {
            double ax = points.x()[others[k]] - points.x()[from];
            double ay = points.y()[others[k]] - points.y()[from];
            shape[2 * k] = (ax * dx + ay * dy) / squared;
            shape[2 * k + 1] = (dx * ay - dy * ax) / squared;
        }
        return new FourStars(shape[0], shape[1], shape[2], shape[3], Math.sqrt(squared), from, to).begunRightly();
    }

    private static double squared(Points points, int one, int other) {
        double dx = points.x()[one] - points.x()[other];
        double dy = points.y()[one] - points.y()[other];
        return dx * dx + dy * dy;
    }

    /** The base begins where the others are nearer on the whole. */
    private FourStars begunRightly() {
        return along + otherAlong <= 1
                ? namedRightly()
                : new FourStars(1 - along, -aside, 1 - otherAlong, -otherAside, base, to, from).namedRightly();
    }

    private FourStars namedRightly() {
        return along <= otherAlong ? this : new FourStars(otherAlong, otherAside, along, aside, base, from, to);
    }

    FourStars mirrored() {
        return new FourStars(along, -aside, otherAlong, -otherAside, base, from, to);
    }
}

package dev.vigil.reduction.astrometry;

import java.util.Arrays;

/** Finds the point nearest to a place, and how crowded it is there: the points are sorted into squares. */
final class PointGrid {
    private static final int MOST_SQUARES_A_SIDE = 128;
    private static final int WANTED_IN_A_SQUARE = 2;

    private final Points points;
    private final double origin;
    private final double square;
    private final int side;
    private final int[] start;
    private final int[] order;

    PointGrid(Points points) {
        this.points = points;
        double reach = Math.max(points.reach(), Double.MIN_NORMAL) * 1.0001;
        this.origin = -reach;
        this.side = Math.max(1, Math.min(MOST_SQUARES_A_SIDE, (int)
                Math.sqrt((double) points.size() / WANTED_IN_A_SQUARE)));
        this.square = 2 * reach / side;
        this.start = new int[side * side + 1];
        this.order = new int[points.size()];
        sort();
    }

    private void sort() {
        int[] squares = new int[points.size()];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = number(points.y()[i]) * side + number(points.x()[i]);
            start[squares[i] + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = Arrays.copyOf(start, start.length);
        for (int i = 0; i < squares.length; i++) {
            order[next[squares[i]]++] = i;
        }
    }

    private int number(double coordinate) {
        int number = (int) Math.floor((coordinate - origin) / square);
        return Math.max(0, Math.min(side - 1, number));
    }

    /** The number of the point that is nearest to a place and within a radius of it, or -1. */
    int nearest(double x, double y, double radius) {
        int nearest = -1;
        double least = radius * radius;
        int right = number(x + radius);
        int top = number(y + radius);
        for (int row = number(y - radius); row <= top; row++) {
            int end = start[row * side + right + 1];
            for (int k = start[row * side + number(x - radius)]; k < end; k++) {
                double dx = points.x()[order[k]] - x;
                double dy = points.y()[order[k]] - y;
                double distance = dx * dx + dy * dy;
                if (distance <= least) {
                    least = distance;
                    nearest = order[k];
                }
            }
        }
        return nearest;
    }

    /** How many points there are for each unit of area in the nine squares around a place. */
    double density(double x, double y) {
        int left = Math.max(0, number(x) - 1);
        int right = Math.min(side - 1, number(x) + 1);
        int bottom = Math.max(0, number(y) - 1);
        int top = Math.min(side - 1, number(y) + 1);
        int many = 0;
        for (int row = bottom; row <= top; row++) {
            many += start[row * side + right + 1] - start[row * side + left];
        }
        return many / (square * square * (right - left + 1) * (top - bottom + 1));
    }
}

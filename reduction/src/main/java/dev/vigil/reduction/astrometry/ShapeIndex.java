package dev.vigil.reduction.astrometry;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Finds triangles of nearly the same shape, whichever way round. */
final class ShapeIndex {
    private static final int ALONG = 65;
    private static final int ASIDE = 112;

    private final Triangles triangles;
    private final double slack;
    private final int[] start = new int[ALONG * ASIDE + 1];
    private final int[] order;

    /** Shapes may differ by the slack along and aside. */
    ShapeIndex(Triangles triangles, double slack) {
        this.triangles = triangles;
        this.slack = slack;
        this.order = new int[triangles.size()];
        sort();
    }

    private void sort() {
        int[] cells = new int[order.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = column(triangles.along(i)) * ASIDE + row(Math.abs(triangles.aside(i)));
            start[cells[i] + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = Arrays.copyOf(start, start.length);
        for (int i = 0; i < cells.length; i++) {
            order[next[cells[i]]++] = i;
        }
    }

    private int column(double along) {
        return Math.max(0, Math.min(ALONG - 1, (int) (along / slack)));
    }

    private int row(double aside) {
        return Math.max(0, Math.min(ASIDE - 1, (int) (aside / slack)));
    }

    /** Shows all triangles of about this shape until one is the right one. */
    boolean anyLike(double along, double aside, IntPredicate isRight) {
        double height = Math.abs(aside);
        for (int column = column(along - slack); column <= column(along + slack); column++) {
            int end = start[column * ASIDE + row(height + slack) + 1];
            for (int k = start[column * ASIDE + row(height - slack)]; k < end; k++) {
                if (isLike(order[k], along, height) && isRight.test(order[k])) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isLike(int triangle, double along, double height) {
        return Math.abs(triangles.along(triangle) - along) < slack
                && Math.abs(Math.abs(triangles.aside(triangle)) - height) < slack;
    }
}

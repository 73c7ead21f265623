package dev.vigil.reduction.streaks;

import java.util.BitSet;

/**
 * A stretch of a line, with the width of what lies on it.
 *
 * @param even whether it is about as bright everywhere
 */
record Streak(Line line, double from, double to, double halfWidth, boolean even) {
    void mark(int width, int height, BitSet into) {
        double step = 0.5;
        for (double along = from; along <= to; along += step) {
            for (double beside = -halfWidth; beside <= halfWidth; beside += step) {
                long x = Math.round(line.x(along, beside));
                long y = Math.round(line.y(along, beside));
                if (x >= 0 && y >= 0 && x < width && y < height) {
                    into.set((int) (y * width + x));
                }
            }
        }
    }
}

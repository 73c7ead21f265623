package dev.vigil.reduction.streaks;

import java.util.Arrays;
import java.util.OptionalDouble;

/** What lies across a stretch of a line: for each distance from it the median along it, which no star moves. */
final class Profile {
    private static final int STEP = 2;

    /** What a streak stands out by, of its own top and of what the sky scatters. */
    private static final double FOOT = 0.1;

    private static final double SIGMA = 5;
    private static final int NARROWEST = 3;

    private final int reach;
    private final float[] levels;
    private final double sky;
    private final double scatter;

    private Profile(int reach, float[] levels) {
        this.reach = reach;
        this.levels = levels;
        float[] outer = outer();
        this.sky = middle(outer);
        for (int i = 0; i < outer.length; i++) {
            outer[i] = (float) Math.abs(outer[i] - sky);
        }
        this.scatter = 1.4826 * middle(outer);
    }

    static Profile across(Sight sight, Line line, double from, double to, int reach) {
        float[] levels = new float[2 * reach + 1];
        float[] seen = new float[(int) ((to - from) / STEP) + 2];
        for (int beside = -reach; beside <= reach; beside++) {
            int count = 0;
            for (double along = from; along <= to; along += STEP) {
                long x = Math.round(line.x(along, beside));
                long y = Math.round(line.y(along, beside));
                if (sight.contains(x, y) && sight.isSeen((int) (y * sight.width() + x))) {
                    seen[count++] = sight.electrons()[(int) (y * sight.width() + x)];
                }
            }
            Arrays.sort(seen, 0, count);
            levels[beside + reach] = count < seen.length / 2 ? Float.NaN : seen[count / 2];
        }
        return new Profile(reach, levels);
    }

    /** The farther half on both sides, where no streak is. */
    private float[] outer() {
        float[] outer = new float[levels.length];
        int count = 0;
        for (int i = 0; i < levels.length; i++) {
            if (Math.abs(i - reach) > reach / 2 && !Float.isNaN(levels[i])) {
                outer[count++] = levels[i];
            }
        }
        return Arrays.copyOf(outer, count);
    }

    private static double middle(float[] values) {
        Arrays.sort(values);
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }

    /** How far it stands out of the sky where it is brightest. */
    double height() {
        return height(top());
    }

    /** Where the streak is, beside the line; empty if there is none. */
    OptionalDouble centre() {
        int top = top();
        if (!(height(top) > SIGMA * scatter)) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        double weighted = 0;
        for (int i = first(top); i <= last(top); i++) {
            sum += height(i);
            weighted += height(i) * (i - reach);
        }
        return OptionalDouble.of(weighted / sum);
    }

    /** Half of what it covers; empty if it is as narrow as a bad column or as broad as a nebula. */
    OptionalDouble halfWidth() {
        int top = top();
        int width = last(top) - first(top) + 1;
        return height(top) > SIGMA * scatter && width >= NARROWEST && width <= reach
                ? OptionalDouble.of(width / 2.0 + 1)
                : OptionalDouble.empty();
    }

    private int top() {
        int top = reach;
        for (int i = reach / 2; i <= reach + reach / 2; i++) {
            top = levels[i] > levels[top] ? i : top;
        }
        return top;
    }

    private int first(int top) {
        int first = top;
        while (first > 0 && isOfIt(first - 1, top)) {
            first--;
        }
        return first;
    }

    private int last(int top) {
        int last = top;
        while (last < levels.length - 1 && isOfIt(last + 1, top)) {
            last++;
        }
        return last;
    }

    private boolean isOfIt(int i, int top) {
        return height(i) > Math.max(FOOT * height(top), 2 * scatter);
    }

    private double height(int i) {
        return levels[i] - sky;
    }
}

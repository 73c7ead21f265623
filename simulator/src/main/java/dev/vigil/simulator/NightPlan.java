package dev.vigil.simulator;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a simulated night shall hold; the same plan gives the same bytes.
 *
 * @param size width and height of a frame in pixels, overscan included
 * @param seed everything random follows from it
 */
public record NightPlan(
        String unit, LocalDate night, int bias, int dark, int flat, int science, int size, String filter, long seed) {
    /** Below this no overscan, flat field and star has room. */
    public static final int SMALLEST = 64;

    private static final int LARGEST = 16384;
    private static final int MOST_FRAMES = 100_000;

    public NightPlan {
        Objects.requireNonNull(night, "night");
        if (!unit.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("'" + unit + "' is no name for a unit: letters, digits, . _ -");
        }
        if (!filter.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("'" + filter + "' is no name for a filter: letters and digits");
        }
        if (size < SMALLEST || size > LARGEST) {
            throw new IllegalArgumentException("size " + size + " is not between " + SMALLEST + " and " + LARGEST);
        }
        if (Math.min(Math.min(bias, dark), Math.min(flat, science)) < 0) {
            throw new IllegalArgumentException("a night cannot have fewer than no frames of a kind");
        }
        long frames = (long) bias + dark + flat + science;
        if (frames < 1 || frames > MOST_FRAMES) {
            throw new IllegalArgumentException("a night of " + frames + " frames: it must be 1 to " + MOST_FRAMES);
        }
    }

    /** The night of the demo: 10 bias, 6 dark, 6 flat and 20 science frames of 1024 by 1024. */
    public static NightPlan of(LocalDate night) {
        return new NightPlan("GEN01", night, 10, 6, 6, 20, 1024, "r", 1);
    }

    public int frames() {
        return bias + dark + flat + science;
    }

    public NightPlan withUnit(String other) {
        return new NightPlan(other, night, bias, dark, flat, science, size, filter, seed);
    }

    public NightPlan withFrames(int newBias, int newDark, int newFlat, int newScience) {
        return new NightPlan(unit, night, newBias, newDark, newFlat, newScience, size, filter, seed);
    }

    /** So many frames in the demo's proportions, but at least three of each calibration: fewer make no master. */
    public NightPlan withFrames(int total) {
        int newBias = Math.max(3, total * 10 / 42);
        int newDark = Math.max(3, total * 6 / 42);
        int newFlat = Math.max(3, total * 6 / 42);
        int newScience = total - newBias - newDark - newFlat;
        if (newScience < 1) {
            throw new IllegalArgumentException(total + " frames are too few: three bias, three dark, three flat and one"
                    + " science frame are the least");
        }
        return withFrames(newBias, newDark, newFlat, newScience);
    }

    public NightPlan withSize(int other) {
        return new NightPlan(unit, night, bias, dark, flat, science, other, filter, seed);
    }

    public NightPlan withFilter(String other) {
        return new NightPlan(unit, night, bias, dark, flat, science, size, other, seed);
    }

    public NightPlan withSeed(long other) {
        return new NightPlan(unit, night, bias, dark, flat, science, size, filter, other);
    }
}

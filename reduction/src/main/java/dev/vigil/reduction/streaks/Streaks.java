package dev.vigil.reduction.streaks;

/**
 * How streaks are looked for.
 *
 * @param significance by how many standard deviations the mean of a square of pixels on a streak stands out of the sky
 * @param shortest how many pixels a streak is long at least
 * @param widest how many pixels a streak is wide at most
 */
public record Streaks(double significance, int shortest, int widest) {
    public static final Streaks DEFAULT = new Streaks(2.5, 400, 40);

    public Streaks {
        if (!(significance > 0) || shortest < 2 * widest || widest < 4) {
            throw new IllegalArgumentException(
                    "No way to find streaks: " + significance + ", " + shortest + ", " + widest);
        }
    }

    @Override
    public String toString() {
        return "squares of " + Squares.SIDE + " pixels above " + significance + " sigma in lines of " + shortest
                + " pixels or more, up to " + widest + " wide";
    }
}

package dev.vigil.progress.standing;

/**
 * Numbers that follow each other.
 *
 * @param first the first
 * @param last the last
 */
public record Range(long first, long last) {
    public Range {
        if (last < first) {
            throw new IllegalArgumentException("no numbers: " + first + " to " + last);
        }
    }

    /** How many they are. */
    public long size() {
        return last - first + 1;
    }

    /** From the lowest to the highest number of both. */
    public Range and(Range other) {
        return new Range(Math.min(first, other.first), Math.max(last, other.last));
    }

    /** Whether a number is among them. */
    public boolean contains(long number) {
        return first <= number && number <= last;
    }

    @Override
    public String toString() {
        return first == last ? Long.toString(first) : first + "-" + last;
    }
}

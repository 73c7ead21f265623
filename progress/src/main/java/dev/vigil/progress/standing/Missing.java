package dev.vigil.progress.standing;

import java.util.List;

/**
 * Numbers of a series that no file has.
 *
 * @param count how many
 * @param ranges which, in order; of very many gaps only the first
 * @param arriving whether some have not come, and nothing is said to be missing yet, because the files are still coming in
 */
public record Missing(long count, List<Range> ranges, boolean arriving) {
    /** Nothing is missing. */
    public static final Missing NONE = new Missing(0, List.of());

    /** Some have not come yet, and may be on their way. */
    public static final Missing ARRIVING = new Missing(0, List.of(), true);

    /** More gaps than anybody reads. */
    private static final int MOST = 100;

    public Missing {
        ranges = List.copyOf(ranges.subList(0, Math.min(ranges.size(), MOST)));
    }

    /** Numbers that are missing for good, until somebody finds them. */
    public Missing(long count, List<Range> ranges) {
        this(count, ranges, false);
    }

    static Missing of(List<Range> ranges) {
        return ranges.isEmpty()
                ? NONE
                : new Missing(ranges.stream().mapToLong(Range::size).sum(), ranges);
    }

    /** Whether nothing is missing, and nothing is still coming in. */
    public boolean isNone() {
        return count == 0 && !arriving;
    }
}

package dev.vigil.progress.standing;

import java.util.List;

/**
 * Numbers of a series that no file has.
 *
 * @param count how many
 * @param ranges which, in order; of very many gaps only the first
 */
public record Missing(long count, List<Range> ranges) {
    /** Nothing is missing. */
    public static final Missing NONE = new Missing(0, List.of());

    /** More gaps than anybody reads. */
    private static final int MOST = 100;

    public Missing {
        ranges = List.copyOf(ranges.subList(0, Math.min(ranges.size(), MOST)));
    }

    static Missing of(List<Range> ranges) {
        return ranges.isEmpty()
                ? NONE
                : new Missing(ranges.stream().mapToLong(Range::size).sum(), ranges);
    }

    /** Whether nothing is missing. */
    public boolean isNone() {
        return count == 0;
    }
}

package dev.vigil.progress.standing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many frames are where.
 *
 * @param counts of frames by where they are; places without a frame are left out
 */
public record Tally(Map<Whereabouts, Integer> counts) {
    /** No frames. */
    public static final Tally NONE = new Tally(Map.of());

    public Tally {
        Map<Whereabouts, Integer> copy = new EnumMap<>(Whereabouts.class);
        copy.putAll(counts);
        copy.values().removeIf(count -> count == 0);
        if (copy.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("fewer than no frames: " + counts);
        }
        counts = Collections.unmodifiableMap(copy);
    }

    /** All frames. */
    public int seen() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The frames at one place. */
    public int at(Whereabouts whereabouts) {
        return counts.getOrDefault(whereabouts, 0);
    }

    Tally add(Whereabouts whereabouts, int frames) {
        return plus(new Tally(Map.of(whereabouts, Math.abs(frames))), Integer.signum(frames));
    }

    Tally plus(Tally other) {
        return plus(other, 1);
    }

    private Tally plus(Tally other, int sign) {
        Map<Whereabouts, Integer> sum = new EnumMap<>(Whereabouts.class);
        sum.putAll(counts);
        other.counts.forEach((place, count) -> sum.merge(place, sign * count, Integer::sum));
        return new Tally(sum);
    }
}

package dev.vigil.progress.standing;

import dev.vigil.schemas.events.FrameType;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the frames of a night are.
 *
 * <p>Counts and latencies are exact sums over the frames: {@link #minus} takes back what {@link #plus} gave. The times are high-water
 * marks: that something happened stays true when a frame gets a new revision or moves to another night, until the night is empty.
 *
 * @param byType how many frames of each type are where
 * @param reached how many frames have passed each milestone
 * @param firstSeen when the first frame was sighted
 * @param last when each milestone was passed last
 * @param latencies how long frames took for each part of their way
 */
public record NightProgress(
        Map<FrameType, Tally> byType,
        Map<Milestone, Integer> reached,
        Optional<Instant> firstSeen,
        Map<Milestone, Instant> last,
        Map<Leg, Latencies> latencies) {
    /** A night without frames. */
    public static final NightProgress NONE =
            new NightProgress(Map.of(), Map.of(), Optional.empty(), Map.of(), Map.of());

    public NightProgress {
        byType = inOrder(byType, FrameType.class);
        reached = inOrder(reached, Milestone.class);
        Objects.requireNonNull(firstSeen, "firstSeen");
        last = inOrder(last, Milestone.class);
        latencies = inOrder(latencies, Leg.class);
    }

    /** With one more frame. */
    public NightProgress plus(Standing standing) {
        return new NightProgress(
                tallied(standing, 1),
                counted(standing, 1),
                earliest(firstSeen, standing.at(Milestone.SEEN).map(Span::first)),
                Newest.union(last, times(standing), (one, other) -> one.isAfter(other) ? one : other),
                timed(standing, 1));
    }

    /** Without a frame that was added in this very standing. */
    public NightProgress minus(Standing standing) {
        Map<FrameType, Tally> left = tallied(standing, -1);
        return left.isEmpty()
                ? NONE
                : new NightProgress(left, counted(standing, -1), firstSeen, last, timed(standing, -1));
    }

    /** All frames, of whichever type. */
    public Tally all() {
        return byType.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /** How many frames have passed a milestone. */
    public int reached(Milestone milestone) {
        return reached.getOrDefault(milestone, 0);
    }

    /** When a milestone was passed last. */
    public Optional<Instant> last(Milestone milestone) {
        return Optional.ofNullable(last.get(milestone));
    }

    /** How long frames took for a part of their way. */
    public Latencies latencies(Leg leg) {
        return latencies.getOrDefault(leg, Latencies.NONE);
    }

    /** Whether there is no frame. */
    public boolean isEmpty() {
        return byType.isEmpty();
    }

    /** Whether every frame is recorded, failed or excluded. */
    public boolean isSettled() {
        Tally all = all();
        return Stream.of(Whereabouts.values()).allMatch(place -> place.isSettled() || all.at(place) == 0);
    }

    private Map<FrameType, Tally> tallied(Standing standing, int frames) {
        Map<FrameType, Tally> sum = new EnumMap<>(FrameType.class);
        sum.putAll(byType);
        Tally tally = byType.getOrDefault(standing.belonging().type(), Tally.NONE)
                .add(standing.account().whereabouts(), frames);
        sum.put(standing.belonging().type(), tally);
        sum.values().removeIf(count -> count.seen() == 0);
        return sum;
    }

    private Map<Milestone, Integer> counted(Standing standing, int frames) {
        Map<Milestone, Integer> sum = new EnumMap<>(Milestone.class);
        sum.putAll(reached);
        Stream.of(Milestone.values())
                .filter(standing::hasReached)
                .forEach(milestone -> sum.merge(milestone, frames, Integer::sum));
        sum.values().removeIf(count -> count == 0);
        return sum;
    }

    private Map<Leg, Latencies> timed(Standing standing, int times) {
        Map<Leg, Latencies> sum = new EnumMap<>(Leg.class);
        sum.putAll(latencies);
        for (Leg leg : Leg.values()) {
            leg.of(standing).ifPresent(took -> sum.put(leg, latencies(leg).add(took, times)));
        }
        sum.values().removeIf(all -> all.counts().isEmpty());
        return sum;
    }

    private static Map<Milestone, Instant> times(Standing standing) {
        Map<Milestone, Instant> times = new EnumMap<>(Milestone.class);
        standing.passed().forEach((milestone, span) -> times.put(milestone, span.last()));
        return times;
    }

    private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).min(Instant::compareTo);
    }

    private static <K extends Enum<K>, V> Map<K, V> inOrder(Map<K, V> map, Class<K> keys) {
        Map<K, V> ordered = new EnumMap<>(keys);
        ordered.putAll(map);
        return Collections.unmodifiableMap(ordered);
    }
}

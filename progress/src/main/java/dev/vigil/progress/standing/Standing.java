package dev.vigil.progress.standing;

import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.Stage;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All that counts of what was said of a frame's newest revision.
 *
 * <p>{@link #merge} is commutative, associative and idempotent: of each kind of fact the newest is kept, and a newer revision starts
 * anew.
 *
 * @param frame the frame
 * @param revision the newest revision that was heard of
 * @param belonging the unit, night and type
 * @param passed when each milestone was passed
 * @param judged the producer's judgement, when it was heard
 * @param failures the last failure of each stage
 * @param waiting the last wait
 */
public record Standing(
        FrameId frame,
        int revision,
        Belonging belonging,
        Map<Milestone, Span> passed,
        Optional<Judged> judged,
        Map<Stage, Failure> failures,
        Optional<Wait> waiting) {
    public Standing {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(belonging, "belonging");
        passed = inOrder(passed, Milestone.class);
        Objects.requireNonNull(judged, "judged");
        failures = inOrder(failures, Stage.class);
        Objects.requireNonNull(waiting, "waiting");
    }

    /** What one event says. */
    public static Standing of(FrameEvent event) {
        return News.standing(event);
    }

    /** What both say together, in whichever order. */
    public Standing merge(Standing other) {
        if (revision != other.revision) {
            return revision > other.revision ? this : other;
        }
        return new Standing(
                frame,
                revision,
                Newest.of(belonging, other.belonging, Belonging.NEWNESS),
                Newest.union(passed, other.passed, Span::merge),
                Newest.of(judged, other.judged, Judged.NEWNESS),
                Newest.union(failures, other.failures, Failure::newer),
                Newest.of(waiting, other.waiting, Wait.NEWNESS));
    }

    /** Whether the frame has passed this milestone, by its own news or by that of a later one. */
    public boolean hasReached(Milestone milestone) {
        return milestone == Milestone.SEEN
                || passed.keySet().stream()
                        .anyMatch(other -> other.compareTo(milestone) >= 0 && implies(other, milestone));
    }

    /** Being recorded proves only what the frame's last level asks for. */
    private boolean implies(Milestone later, Milestone earlier) {
        return later != Milestone.RECORDED
                || earlier == Milestone.RECORDED
                || earlier.compareTo(Milestone.of(belonging.lastLevel())) <= 0;
    }

    /** When a milestone was passed, if its own news has come. */
    public Optional<Span> at(Milestone milestone) {
        return Optional.ofNullable(passed.get(milestone));
    }

    /** Where the frame is counted, and why. */
    public Account account() {
        return new Accounting(this).account();
    }

    private static <K extends Enum<K>, V> Map<K, V> inOrder(Map<K, V> map, Class<K> keys) {
        Map<K, V> ordered = new EnumMap<>(keys);
        ordered.putAll(map);
        return Collections.unmodifiableMap(ordered);
    }
}

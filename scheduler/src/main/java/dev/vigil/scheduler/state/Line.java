package dev.vigil.scheduler.state;

import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Pace;
import dev.vigil.schemas.events.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a unit's desk has handed out, as far as that decides what may go next.
 *
 * @param exposuresPaid until when the exposures that have begun are paid for
 * @param bytesPaid until when the bytes that were handed out are paid for
 * @param sinceBackfill live tasks that went since the last of backfill, while some of it waited
 * @param begun the exposures that were begun last: their frames go before those of others
 * @param rest why nothing goes, or went, until something has succeeded since
 */
public record Line(
        Instant exposuresPaid, Instant bytesPaid, int sinceBackfill, List<Begun> begun, Optional<Rest> rest) {
    /** Nothing was handed out. */
    public static final Line UNUSED = new Line(Instant.EPOCH, Instant.EPOCH, 0, List.of(), Optional.empty());

    /** So many are remembered even where nothing is bundled, since lanes take turns. */
    private static final int REMEMBERED = 2;

    /**
     * An exposure of which some frame was handed out.
     *
     * @param lane its lane
     * @param taken when it was taken
     * @param exposure its name
     */
    public record Begun(Lane lane, Instant taken, String exposure) {
        public Begun {
            Objects.requireNonNull(lane, "lane");
            Objects.requireNonNull(taken, "taken");
            Objects.requireNonNull(exposure, "exposure");
        }

        /** The exposure of a task. */
        public static Begun of(Task task) {
            return new Begun(task.lane(), task.taken(), task.exposure());
        }
    }

    /**
     * The archive takes nothing, so nothing goes for a while.
     *
     * @param until when it is tried again
     * @param what what is lacking
     * @param state what was said of that
     */
    public record Rest(Instant until, String what, String state) {
        public Rest {
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(state, "state");
        }
    }

    public Line {
        Objects.requireNonNull(exposuresPaid, "exposuresPaid");
        Objects.requireNonNull(bytesPaid, "bytesPaid");
        begun = List.copyOf(begun);
        Objects.requireNonNull(rest, "rest");
    }

    /** Whether a frame of the task's exposure went lately. */
    public boolean hasBegun(Task task) {
        return begun.contains(Begun.of(task));
    }

    /** The same after the first frame of an exposure. */
    public Line begin(Task task, Instant now, Habits habits) {
        int kept = Math.max(habits.bundle(), REMEMBERED);
        List<Begun> last = Stream.concat(begun.stream(), Stream.of(Begun.of(task)))
                .skip(Math.max(0, begun.size() + 1 - kept))
                .toList();
        Instant paid = habits.exposuresPerMinute() == 0
                ? exposuresPaid
                : Pace.paid(exposuresPaid, now, habits.costOfExposure());
        return new Line(paid, bytesPaid, sinceBackfill, last, rest);
    }

    /** The same after so many bytes. */
    public Line sent(long bytes, Instant now, Habits habits) {
        Instant paid = Pace.paid(bytesPaid, now, habits.costOfBytes(bytes));
        return new Line(exposuresPaid, paid, sinceBackfill, begun, rest);
    }

    /** The same after a task of a lane, while both waited; more than so many are not counted. */
    public Line after(Lane lane, int most) {
        int since = lane == Lane.LIVE ? Math.min(most, sinceBackfill + 1) : 0;
        return new Line(exposuresPaid, bytesPaid, since, begun, rest);
    }

    /** The same, of which no exposure is under way. */
    public Line cleared() {
        return new Line(exposuresPaid, bytesPaid, sinceBackfill, List.of(), rest);
    }

    /** The same at rest; a rest that is longer goes on. */
    public Line resting(Rest other) {
        boolean isLonger =
                rest.filter(now -> now.until().isAfter(other.until())).isPresent();
        return new Line(exposuresPaid, bytesPaid, sinceBackfill, begun, isLonger ? rest : Optional.of(other));
    }

    /** The same, for which all is well. */
    public Line rested() {
        return new Line(exposuresPaid, bytesPaid, sinceBackfill, begun, Optional.empty());
    }

    /** Until when nothing goes, if it is so. */
    public Optional<Instant> restsUntil(Instant now) {
        return rest.map(Rest::until).filter(until -> until.isAfter(now));
    }
}

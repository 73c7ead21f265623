package dev.vigil.scheduler.state;

import dev.vigil.scheduler.policy.Attempts;
import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.policy.Rank;
import dev.vigil.scheduler.policy.Urgency;
import dev.vigil.schemas.events.Lane;
import dev.vigil.schemas.events.NeighbourShift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that is to be done and has no outcome yet: it stands in the queue, is out, or waits for its next attempt.
 *
 * @param name its name, the same whenever the same work is meant
 * @param unit the unit
 * @param work what it is about
 * @param lane the lane it belongs to
 * @param taken when the exposure began: what newest and oldest mean
 * @param exposure frames of one exposure stay together
 * @param attempt the number of the next attempt, or of that which is out
 * @param failures attempts that failed
 * @param lost attempts whose worker gave up
 * @param notBefore when the next attempt may begin, while it waits for that
 * @param masters keys of the masters to use
 * @param afterNight the night whose end it waits for
 * @param neighbours what it tells of frames near in time, from when it has gone out first
 * @param rank whether it is for a target of opportunity
 */
public record Task(
        String name,
        String unit,
        Subject work,
        Lane lane,
        Instant taken,
        String exposure,
        int attempt,
        int failures,
        int lost,
        Optional<Instant> notBefore,
        List<String> masters,
        Optional<LocalDate> afterNight,
        Optional<List<NeighbourShift>> neighbours,
        Rank rank) {
    public Task {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(taken, "taken");
        Objects.requireNonNull(exposure, "exposure");
        Objects.requireNonNull(notBefore, "notBefore");
        masters = List.copyOf(masters);
        Objects.requireNonNull(afterNight, "afterNight");
        neighbours = neighbours.map(List::copyOf);
        Objects.requireNonNull(rank, "rank");
    }

    /** A task that was never tried, after so many attempts of earlier rounds. */
    public static Task first(
            String name, String unit, Subject work, Lane lane, Instant taken, String exposure, int earlier, Rank rank) {
        return new Task(
                name,
                unit,
                work,
                lane,
                taken,
                exposure,
                earlier + 1,
                0,
                0,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                rank);
    }

    /** The same with the masters to use. */
    public Task with(List<String> chosen) {
        return changed(attempt, failures, lost, notBefore, chosen, afterNight, neighbours);
    }

    /** The same, telling of frames near in time. */
    public Task telling(List<NeighbourShift> near) {
        return changed(attempt, failures, lost, notBefore, masters, afterNight, Optional.of(near));
    }

    /** The next attempt after a failure. */
    public Task afterFailure() {
        return next(failures + 1, lost, Optional.empty());
    }

    /** The next attempt after a failure, which may begin from a time on. */
    public Task afterFailure(Instant when) {
        return next(failures + 1, lost, Optional.of(when));
    }

    /** The next attempt after one whose worker gave up: it is tried alone. */
    public Task afterLoss() {
        return next(failures, lost + 1, Optional.empty());
    }

    /** The next attempt where nobody is to blame: no answer came, or the source could not be reached. */
    public Task afterSilence() {
        return next(failures, lost, Optional.empty());
    }

    /** The next attempt where nobody is to blame, which may begin from a time on. */
    public Task afterSilence(Instant when) {
        return next(failures, lost, Optional.of(when));
    }

    /** The same, free to go. */
    public Task ready() {
        return changed(attempt, failures, lost, Optional.empty(), masters, afterNight, neighbours);
    }

    /** The same, which goes once a night is over; empty: it may go. */
    public Task after(Optional<LocalDate> night) {
        return changed(attempt, failures, lost, notBefore, masters, night, neighbours);
    }

    private Task next(int failed, int gone, Optional<Instant> when) {
        return changed(attempt + 1, failed, gone, when, masters, afterNight, neighbours);
    }

    /** The same work at another moment of its life. */
    private Task changed(
            int number,
            int failed,
            int gone,
            Optional<Instant> when,
            List<String> chosen,
            Optional<LocalDate> night,
            Optional<List<NeighbourShift>> near) {
        return new Task(name, unit, work, lane, taken, exposure, number, failed, gone, when, chosen, night, near, rank);
    }

    /** The attempt that would be the last, if those from now on all failed. */
    public int of() {
        return attempt + Math.max(0, Attempts.USUAL - 1 - failures);
    }

    /** Whether nothing else may be out beside it, because workers were lost over it. */
    public boolean isAlone() {
        return lost > 0;
    }

    public Desk desk() {
        return work.desk();
    }

    /** How urgent it is at its desk. */
    public Urgency urgency() {
        return work.urgency();
    }
}

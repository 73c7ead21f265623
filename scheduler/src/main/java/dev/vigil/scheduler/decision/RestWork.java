package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.policy.Attempts;
import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.policy.Urgency;
import dev.vigil.scheduler.state.Line;
import dev.vigil.scheduler.state.Lines;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.scheduler.state.Wait;
import dev.vigil.schemas.events.FailureCategory;
import java.time.Duration;
import java.time.Instant;

/**
 * Rests a unit's desk when the archive takes nothing: what one task has met the others would meet too, so they keep their attempts, and
 * say what they wait for.
 */
final class RestWork {
    private static final String UNTOLD = "the worker does not say where";

    private final Turn turn;
    private final Lines lines;

    RestWork(Turn turn) {
        this.turn = turn;
        this.lines = turn.state().lines();
    }

    /** A task has met this: it stands in the queue again, and its desk rests, the longer the more often it has. */
    void begin(Task task, Setback setback) {
        // A frame may fail and be asked for again. Of a quick look nobody would notice, and for a master nobody asks,
        // so these are tried until there is room.
        boolean mayFail = task.urgency() == Urgency.USUAL;
        Task next = mayFail ? task.afterFailure() : task.afterSilence();
        turn.state().tasks().enqueue(next);
        Duration patience = turn.policy(task.unit()).archivePatience();
        int times = mayFail ? next.failures() : task.attempt();
        Instant until = turn.now().plus(Attempts.rest(times, patience, task.name()));
        String what = setback.category() == FailureCategory.DISK_FULL ? "room on the disk" : "leave to write";
        Line before = lines.get(task.unit(), task.desk());
        Line after =
                before.resting(new Line.Rest(until, what, setback.obstacle().orElse(UNTOLD)));
        lines.keep(task.unit(), task.desk(), before, after);
        turn.state().tasks().queued(task.unit(), task.desk()).forEach(this::joined);
    }

    /** A task stands in the queue; where its desk rests, it waits visibly. */
    void joined(Task task) {
        lines.get(task.unit(), task.desk())
                .rest()
                .filter(rest -> rest.until().isAfter(turn.now()))
                .ifPresent(rest -> turn.waits().archiveIsAwaited(task, rest));
    }

    /** Something has succeeded. What went before the rest began proves nothing. */
    void proven(String unit, Desk desk) {
        if (lines.get(unit, desk).restsUntil(turn.now()).isEmpty()) {
            end(unit, desk);
        }
    }

    /** All may go again. */
    void end(String unit, Desk desk) {
        Line before = lines.get(unit, desk);
        if (before.rest().isPresent()) {
            lines.keep(unit, desk, before, before.rested());
            turn.state().waits().forThing(unit, Wait.ARCHIVE).stream()
                    .filter(wait -> wait.subject().desk() == desk)
                    .forEach(this::isOver);
        }
    }

    private void isOver(Wait wait) {
        turn.waits().end(wait.waiter());
        if (wait.subject() instanceof Subject.OfSet set) {
            turn.masters().goOn(set);
        }
    }
}

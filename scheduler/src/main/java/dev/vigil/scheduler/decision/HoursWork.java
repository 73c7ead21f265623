package dev.vigil.scheduler.decision;

import dev.vigil.common.settings.Hours;
import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.state.Task;
import dev.vigil.scheduler.state.Wait;

/** Has what stands in the queue of a desk out of its hours wait for them visibly, and no longer than until they begin. */
final class HoursWork {
    private final Turn turn;

    HoursWork(Turn turn) {
        this.turn = turn;
    }

    /** A task stands in the queue. */
    void joined(Task task) {
        Hours hours = turn.policy(task.unit()).at(task.desk()).hours();
        hours.closedUntil(turn.now()).ifPresent(opens -> turn.waits().openingIsAwaited(task, opens, hours));
    }

    /** The hours are over for all that stands in the queue. */
    void closed(String unit, Desk desk) {
        turn.state().tasks().queued(unit, desk).forEach(this::joined);
    }

    /** The hours have begun. */
    void opened(String unit) {
        turn.state()
                .waits()
                .forThing(unit, Wait.OPENING)
                .forEach(wait -> turn.waits().end(wait.waiter()));
    }
}

package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.policy.Attempts;
import dev.vigil.scheduler.state.Alarm;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.schemas.events.FailureCategory;
import java.time.Instant;

/** Begins tasks, tries them again, and ends them. */
final class TaskWork {
    private final Turn turn;

    TaskWork(Turn turn) {
        this.turn = turn;
    }

    /** Puts a task into the queue, unless it is known already. */
    void ensure(Task task) {
        if (turn.state().tasks().get(task.name()).isEmpty()) {
            turn.state().tasks().enqueue(task);
            joined(task);
        }
    }

    /** A task stands in the queue; where its desk rests, or its hours are over, it waits visibly. */
    void joined(Task task) {
        turn.rests().joined(task);
        turn.hours().joined(task);
    }

    /** Ends a task: it has an outcome, or is wanted no more. What it waited for is waited for no more. */
    void drop(String name) {
        turn.state().tasks().get(name).ifPresent(turn.state().tasks()::remove);
        turn.waits().end(name);
    }

    /** Arranges the next attempt; true when there is none. News of an attempt before the present one changes nothing. */
    boolean failed(Task task, Setback setback) {
        if (setback.attempt() < task.attempt()) {
            return false;
        }
        int failures = setback.category() == FailureCategory.GAVE_UP ? task.lost() : task.failures();
        if (setback.isFinal() || failures + 1 >= Attempts.allowed(setback.category())) {
            return true;
        }
        if (setback.attempt() == task.attempt()) {
            tryAgain(task, setback);
        }
        return false;
    }

    private void tryAgain(Task task, Setback setback) {
        if (Attempts.isOfArchive(setback.category())) {
            turn.rests().begin(task, setback);
            return;
        }
        turn.waits().end(task.name());
        if (task.work() instanceof Subject.OfSet set) {
            turn.masters().goOn(set);
        }
        if (setback.category() == FailureCategory.GAVE_UP) {
            turn.state().tasks().enqueue(task.afterLoss());
            return;
        }
        Instant when = turn.now().plus(Attempts.backOff(task.failures() + 1, task.name()));
        turn.state().tasks().keep(task.afterFailure(when));
        turn.state().alarms().set(new Alarm(when, Alarm.Purpose.TRY_AGAIN, task.name()));
    }

    /** What is awaited was not there: a worker looks again, the less often the longer it has been waited for. */
    void lookAgain(Task task) {
        Instant when = turn.now().plus(Attempts.untilNextLook(task.attempt()));
        turn.state().tasks().keep(task.afterSilence(when));
        turn.state().alarms().set(new Alarm(when, Alarm.Purpose.TRY_AGAIN, task.name()));
    }

    /** The back-off of a task is over. */
    void tryNow(String name) {
        turn.state()
                .tasks()
                .get(name)
                .filter(task -> task.notBefore()
                        .filter(time -> !time.isAfter(turn.now()))
                        .isPresent())
                .ifPresent(task -> {
                    turn.state().tasks().enqueue(task.ready());
                    joined(task);
                });
    }
}

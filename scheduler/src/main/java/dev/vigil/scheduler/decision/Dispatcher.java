package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.state.Handed;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.scheduler.state.Tasks;
import java.time.Instant;

/** Fills the free places of a unit with the tasks that are next. */
final class Dispatcher {
    private final Turn turn;
    private final Tasks tasks;

    Dispatcher(Turn turn) {
        this.turn = turn;
        this.tasks = turn.state().tasks();
    }

    /** Hands out as much as may be out. */
    void fill(String unit) {
        for (Desk desk : Desk.values()) {
            new DeskWork(turn, unit, desk).fill();
        }
    }

    /** Hands a task out; one that is wanted no more is dropped instead, and the answer is no. */
    boolean handOut(Task wanted) {
        Task task = turn.neighbours().told(wanted);
        Handed handed = handed(task);
        boolean said = new Orders(turn).say(task, handed);
        if (said) {
            tasks.handOut(task, handed);
        } else {
            turn.tasks().drop(task.name());
        }
        return said;
    }

    private Handed handed(Task task) {
        Instant now = turn.now();
        Instant deadline = now.plus(turn.policy(task.unit()).deadline(task.desk()));
        return new Handed(task.name(), number(task.work()), task.attempt(), task.lane(), now, deadline, task.isAlone());
    }

    private static int number(Subject work) {
        return work instanceof Subject.OfFrame frame ? frame.revision() : ((Subject.OfSet) work).version();
    }

    /** Hands out again what was not answered in time, and says that it is stalled. */
    void overdue() {
        for (Handed handed : tasks.out()) {
            if (!handed.deadline().isAfter(turn.now())) {
                tasks.get(handed.task()).ifPresent(task -> overdue(task, handed));
            }
        }
    }

    private void overdue(Task task, Handed handed) {
        if (task.work() instanceof Subject.OfFrame frame) {
            turn.state()
                    .frames()
                    .get(frame.frame())
                    .filter(standing -> standing.identity().isPresent())
                    .filter(standing -> !standing.of(frame.stage()).isOver())
                    .ifPresent(standing -> turn.waits().answerIsAwaited(standing, frame.stage(), task, handed));
        } else {
            turn.masters().isStalled(task, handed);
        }
        tasks.enqueue(task.afterSilence());
    }
}

package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.CalibrationSet;
import dev.vigil.scheduler.state.Alarm;
import dev.vigil.scheduler.state.Handed;
import dev.vigil.scheduler.state.Task;
import dev.vigil.scheduler.state.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Mends the stores after a crash. They are written one by one, so any of them may be a moment ahead of another; all that is derived is
 * derived again here.
 */
final class Recovery {
    private final Turn turn;

    Recovery(Turn turn) {
        this.turn = turn;
    }

    void recover() {
        Tasks tasks = turn.state().tasks();
        tasks.dropStrays();
        tasks.all().forEach(this::placed);
        tasks.waitingUnits().forEach(new NightWork(turn)::release);
        tasks.waitingUnits().forEach(new NightWork(turn)::hold);
        tasks.waitingUnits().forEach(this::opened);
        turn.state().sets().all().forEach(this::watched);
        turn.state().frames().onTheWay().forEach(turn.frames()::settle);
        turn.state().waits().unsaidUnits().forEach(turn.waits()::sayLater);
    }

    /** The hours may have been set anew. */
    private void opened(String unit) {
        Optional<Instant> opens = turn.policy(unit).transfers().hours().closedUntil(turn.now());
        if (opens.isEmpty()) {
            turn.hours().opened(unit);
        }
    }

    /** A task stands in the queue, is out, or waits for its next attempt. */
    private void placed(Task task) {
        Tasks tasks = turn.state().tasks();
        if (task.notBefore().isPresent()) {
            turn.state().alarms().set(new Alarm(task.notBefore().get(), Alarm.Purpose.TRY_AGAIN, task.name()));
        } else if (tasks.handed(task).isEmpty() && !tasks.isQueued(task)) {
            tasks.enqueue(task);
        }
    }

    private void watched(CalibrationSet set) {
        if (set.open()) {
            turn.state()
                    .alarms()
                    .set(new Alarm(
                            turn.now().plus(turn.policy(set.key().unit()).setQuiet()),
                            Alarm.Purpose.CLOSE_SET,
                            set.key().text()));
        }
        turn.masters().mended(set);
    }

    void sendAgain(Instant start) {
        List<Handed> before = turn.state().tasks().out().stream()
                .filter(handed -> handed.at().isBefore(start))
                .toList();
        before.forEach(handed -> turn.state().tasks().get(handed.task()).ifPresent(turn.dispatcher()::handOut));
    }
}

package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.policy.NightsEnd;
import dev.vigil.scheduler.state.Alarm;
import dev.vigil.scheduler.state.FrameStanding;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.Stage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Keeps the transfers of a unit back until their night is over, where that is its habit. */
final class NightWork {
    private final Turn turn;

    NightWork(Turn turn) {
        this.turn = turn;
    }

    /** Queues a transfer, or has it wait visibly. */
    void begin(FrameStanding standing, Task task) {
        Optional<LocalDate> awaited = Optional.of(night(standing)).filter(night -> isAwaited(task.unit(), night));
        turn.state().tasks().enqueue(task.after(awaited));
        if (awaited.isEmpty()) {
            turn.tasks().joined(task);
        }
        awaited.ifPresent(night -> {
            turn.waits().nightsEndIsAwaited(standing, night);
            turn.state().alarms().set(new Alarm(NightsEnd.everywhere(night), Alarm.Purpose.NIGHT_OVER, task.unit()));
        });
    }

    /** Where no header says the night, the day on which the file was written has to be over. */
    private static LocalDate night(FrameStanding standing) {
        return standing.identity()
                .flatMap(FrameIdentity::night)
                .orElseGet(() -> standing.taken().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private boolean isAwaited(String unit, LocalDate night) {
        return turn.policy(unit).transfers().hours().afterNight()
                && !NightsEnd.isOver(night, turn.state().units().get(unit).night(), turn.now());
    }

    /** What stands in the queue waits for the end of its night, too, where that has become the habit. */
    void hold(String unit) {
        if (turn.policy(unit).transfers().hours().afterNight()) {
            turn.state().tasks().queued(unit, Desk.TRANSFERS).forEach(this::hold);
        }
    }

    /** Looks for signs of other software stand in this queue, too; they move nothing. */
    private void hold(Task task) {
        Subject.OfFrame work = (Subject.OfFrame) task.work();
        if (work.stage() == Stage.TRANSFER) {
            turn.state().frames().get(work.frame()).ifPresent(standing -> begin(standing, task));
        }
    }

    /** Lets go what has waited long enough. */
    void release(String unit) {
        turn.state().tasks().afterNight(unit, Desk.TRANSFERS).stream()
                .filter(task -> task.afterNight()
                        .filter(night -> isAwaited(unit, night))
                        .isEmpty())
                .forEach(this::release);
    }

    private void release(Task task) {
        turn.state().tasks().enqueue(task.after(Optional.empty()));
        turn.waits().end(task.name());
    }
}

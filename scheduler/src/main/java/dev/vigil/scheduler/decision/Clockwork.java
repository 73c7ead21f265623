package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.state.Alarm;
import dev.vigil.schemas.events.FrameId;
import java.util.List;
import java.util.Optional;

/** What happens because time passes. */
final class Clockwork {
    private final Turn turn;

    Clockwork(Turn turn) {
        this.turn = turn;
    }

    void tick() {
        turn.dispatcher().overdue();
        Optional<Alarm> due = turn.state().alarms().takeDue(turn.now());
        while (due.isPresent()) {
            ring(due.get());
            due = turn.state().alarms().takeDue(turn.now());
        }
        List<String> units = turn.state().tasks().waitingUnits();
        units.forEach(turn.dispatcher()::fill);
    }

    private void ring(Alarm alarm) {
        switch (alarm.purpose()) {
            case CLOSE_SET -> turn.sets().look(SetKey.parse(alarm.subject()));
            case TRY_AGAIN -> turn.tasks().tryNow(alarm.subject());
            case RELEASE_UNIT -> new UnitWork(turn).release(alarm.subject());
            case GIVE_UP -> turn.frames().giveUp(new FrameId(alarm.subject()));
            case LINE_OPENS -> new Dispatcher(turn).fill(alarm.subject());
            case NIGHT_OVER -> new NightWork(turn).release(alarm.subject());
            case SAY_WAITS -> turn.waits().sayUnsaid(alarm.subject());
            case FORGET_FRAME -> turn.frames().forget(new FrameId(alarm.subject()));
        }
    }
}

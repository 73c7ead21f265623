package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.CalibrationSet;
import dev.vigil.scheduler.association.Resolution;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Wait;
import java.util.Optional;

/** Notes what a closed set waits for before its master can be built. */
final class SetWaits {
    private final Turn turn;

    SetWaits(Turn turn) {
        this.turn = turn;
    }

    void keep(CalibrationSet set, String task, Resolution resolution) {
        keep(set, task, thing(resolution));
    }

    void keep(CalibrationSet set, String task, String thing) {
        turn.state()
                .waits()
                .keep(new Wait(
                        task,
                        set.key().unit(),
                        thing,
                        "",
                        new Subject.OfSet(set.key(), set.version()),
                        Optional.empty()));
    }

    private static String thing(Resolution resolution) {
        if (resolution instanceof Resolution.OnItsWay awaited) {
            return awaited.set().key().text();
        }
        return WaitWork.any(((Resolution.Missing) resolution).kind());
    }

    static String why(Resolution resolution) {
        if (resolution instanceof Resolution.OnItsWay awaited) {
            return awaited.set().title();
        }
        return ((Resolution.Missing) resolution).why();
    }
}

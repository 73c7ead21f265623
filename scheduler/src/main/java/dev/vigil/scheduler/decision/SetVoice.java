package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.CalibrationSet;
import dev.vigil.scheduler.association.Tally;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterWaiting;
import dev.vigil.schemas.topics.Topics;

/** Says on its topic how a calibration set stands. */
final class SetVoice {
    private final Turn turn;

    SetVoice(Turn turn) {
        this.turn = turn;
    }

    /** Says how a set stands. */
    void say(CalibrationSet set, boolean over) {
        say(set, set.state(Tally.of(turn.state().sets().members(set.key()))), over);
    }

    /** Says of a set what is not in its record. */
    void say(CalibrationSet set, String state, boolean over) {
        Tally tally = Tally.of(turn.state().sets().members(set.key()));
        MasterId master = set.key().master(set.currentVersion());
        MasterWaiting waiting = new MasterWaiting(
                master,
                set.key().unit(),
                set.key().kind(),
                set.key().name(),
                turn.now(),
                tally.announced(),
                tally.ready(),
                turn.policy().minimumInputs(),
                state,
                over);
        turn.say(Topics.MASTERS_WAITING, master.value(), waiting);
    }
}

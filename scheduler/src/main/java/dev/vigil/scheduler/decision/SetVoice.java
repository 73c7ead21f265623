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
        Tally tally = tallyOf(set);
        say(set, tally, set.state(tally), over);
    }

    /** Says of a set what is not in its record. */
    void say(CalibrationSet set, String state, boolean over) {
        say(set, tallyOf(set), state, over);
    }

    /** Counts the members, which may be hundreds. */
    private Tally tallyOf(CalibrationSet set) {
        return Tally.of(turn.state().sets().members(set.key()));
    }

    private void say(CalibrationSet set, Tally tally, String state, boolean over) {
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

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

    /** Of a large set, not every member's news is worth an event. */
    private static final int SMALL = 20;

    private static final int EVERY = 10;

    /** Says how an open set stands, unless it is large and has just come another step nearer: then every tenth step is said, and the last. */
    void sayOften(CalibrationSet set) {
        Tally tally = tallyOf(set);
        boolean round = (tally.announced() + tally.ready()) % EVERY == 0;
        boolean nearlyReady = tally.announced() - tally.ready() <= 1;
        if (tally.announced() <= SMALL || round || nearlyReady) {
            say(set, tally, set.state(tally), false);
        }
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

    private Tally tallyOf(CalibrationSet set) {
        return turn.state().sets().tally(set.key());
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
                turn.policy(set.key().unit()).minimumInputs(),
                state,
                over);
        turn.say(Topics.MASTERS_WAITING, master.value(), waiting);
    }
}

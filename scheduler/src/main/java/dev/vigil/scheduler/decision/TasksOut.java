package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.state.Handed;
import dev.vigil.schemas.events.Lane;
import java.util.List;

/**
 * The places of a desk that are taken.
 *
 * @param live tasks of the live lane that are out
 * @param backfill tasks of backfill that are out
 * @param alone whether one of them is tried alone
 */
record TasksOut(int live, int backfill, boolean alone) {
    private static final TasksOut NONE = new TasksOut(0, 0, false);

    static TasksOut of(List<Handed> out) {
        TasksOut all = NONE;
        for (Handed handed : out) {
            all = all.and(handed.lane(), handed.alone());
        }
        return all;
    }

    /** The same with one more. */
    TasksOut and(Lane lane, boolean isAlone) {
        boolean isBackfill = lane == Lane.BACKFILL;
        return new TasksOut(live + (isBackfill ? 0 : 1), backfill + (isBackfill ? 1 : 0), alone || isAlone);
    }

    int all() {
        return live + backfill;
    }
}

package dev.vigil.scheduler.state;

import java.util.function.Function;

/**
 * All that the scheduler remembers.
 *
 * @param frames the frames
 * @param tasks what is to be done
 * @param sets the calibration sets
 * @param masters the masters
 * @param waits who waits for what
 * @param alarms what to look at when
 * @param units the telescopes' sides
 * @param answered requests that were answered
 * @param lines what the units' desks have handed out
 * @param shifts by how much the pointing of frames was wrong
 * @param queues of which queues something was said
 */
public record State(
        Frames frames,
        Tasks tasks,
        Sets sets,
        Masters masters,
        Waits waits,
        Alarms alarms,
        Units units,
        Answered answered,
        Lines lines,
        Shifts shifts,
        Queues queues) {

    /** State on shelves. */
    public static State on(Function<Store, Shelf> shelves, EventForm events) {
        return new State(
                new Frames(
                        shelves.apply(Store.FRAMES),
                        shelves.apply(Store.FINISHED),
                        shelves.apply(Store.REVISIONS),
                        events),
                new Tasks(shelves.apply(Store.TASKS), shelves.apply(Store.QUEUE), shelves.apply(Store.OUT)),
                new Sets(shelves.apply(Store.SETS), shelves.apply(Store.MEMBERS), events),
                new Masters(shelves.apply(Store.MASTERS), events),
                new Waits(shelves.apply(Store.WAITS), events),
                new Alarms(shelves.apply(Store.ALARMS)),
                new Units(shelves.apply(Store.UNITS)),
                new Answered(shelves.apply(Store.ANSWERED)),
                new Lines(shelves.apply(Store.LINES)),
                new Shifts(shelves.apply(Store.SHIFTS)),
                new Queues(shelves.apply(Store.QUEUES)));
    }
}

package dev.vigil.scheduler.state;

import java.util.Locale;

/** The stores of the scheduler; README.md says what each holds. */
public enum Store {
    FRAMES(false),
    FINISHED(false),
    REVISIONS(false),
    TASKS(true),
    QUEUE(true),
    OUT(true),
    SETS(false),
    MEMBERS(false),
    MASTERS(false),
    WAITS(true),
    ALARMS(true),
    UNITS(true),
    ANSWERED(false),
    LINES(true),
    SHIFTS(false),
    QUEUES(true);

    private final boolean mirrored;

    Store(boolean mirrored) {
        this.mirrored = mirrored;
    }

    /** Its name in the topology and of its changelog. */
    public String storeName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it holds only what is going on now, is read in order all the time, and so is mirrored in memory. */
    public boolean isMirrored() {
        return mirrored;
    }
}

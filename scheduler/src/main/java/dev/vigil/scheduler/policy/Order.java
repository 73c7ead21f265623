package dev.vigil.scheduler.policy;

/** Which exposure goes first among those that are equally urgent. */
public enum Order {
    NEWEST,
    OLDEST,
    /** Targets of opportunity first, and then as the rest: the newest first, so tonight before all that was. */
    PRIORITY
}

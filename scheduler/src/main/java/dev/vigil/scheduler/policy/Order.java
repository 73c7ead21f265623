package dev.vigil.scheduler.policy;

/** Which exposure goes first among those that are equally urgent. */
public enum Order {
    NEWEST,
    OLDEST
}

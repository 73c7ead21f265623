package dev.vigil.scheduler.policy;

/** What goes first at a desk: a master, because many frames wait for it; then a quick look; then the rest. */
public enum Urgency {
    BUILD,
    LOOK,
    USUAL
}

package dev.vigil.scheduler.policy;

/** The two kinds of workers. Each has places of its own, so that slow reductions never hold up transfers. */
public enum Desk {
    TRANSFERS,
    REDUCTIONS
}

package dev.vigil.scheduler.policy;

/** What some telescopes want to see before all else: it stands in every key, so that the order can be set anew at any time. */
public enum Rank {
    OPPORTUNITY,
    USUAL
}

package dev.vigil.schemas.events;

/** A quick look needs no masters; a full reduction runs the recipe. */
public enum ReductionKind {
    QUICK_LOOK,
    FULL
}

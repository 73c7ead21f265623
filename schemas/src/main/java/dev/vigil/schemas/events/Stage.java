package dev.vigil.schemas.events;

/** The part of the way on which something happened. */
public enum Stage {
    SIGHTING,
    TRANSFER,
    QUICK_LOOK,
    REDUCTION,
    RECORDING
}

package dev.vigil.schemas.events;

/** Whether a frame may be reduced without a master. */
public enum Need {
    REQUIRED,
    OPTIONAL
}

package dev.vigil.instruments;

/** Whether a frame can be reduced without a master, may use one, or must not. */
public enum Need {
    REQUIRED,
    OPTIONAL,
    UNUSED
}

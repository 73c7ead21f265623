package dev.vigil.instruments;

/** The last thing that happens to a frame before it counts as recorded. */
public enum Level {
    TRANSFERRED,
    REDUCED
}

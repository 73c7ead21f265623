package dev.vigil.schemas.events;

/** How far a frame has to go, or has come. */
public enum Level {
    /** Seen by the producer and judged. */
    SIGHTED,
    /** In the archive, verified. */
    TRANSFERRED,
    /** Calibrated and measured. */
    REDUCED,
    /** Taken in by other software, where that does all the work. */
    INGESTED
}

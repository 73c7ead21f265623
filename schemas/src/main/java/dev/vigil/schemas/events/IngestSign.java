package dev.vigil.schemas.events;

/** What shows that other software has taken a file in. */
public enum IngestSign {
    /** Nothing does, and nobody asks: a whole copy is enough. */
    NONE,
    /** A file of a certain name. */
    FILE,
    /** A line in a file. */
    LINE,
    /** Somebody says so, with {@code vigil ingested}. */
    TOLD
}

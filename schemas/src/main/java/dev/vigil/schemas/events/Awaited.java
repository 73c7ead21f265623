package dev.vigil.schemas.events;

/** The kind of thing that a frame waits for. */
public enum Awaited {
    /** A master that is not built yet. */
    MASTER,
    /** The telescope's side, which cannot be reached. */
    SOURCE,
    /** A worker that has not answered in time. */
    ANSWER,
    /** The hours in which the unit may be worked for. */
    HOURS,
    /** Anything that a newer version waits for. */
    OTHER,
    /** The copy that other software makes. */
    COPY,
    /** The other software, which is to take in its copy. */
    INGEST,
    /** The archive or the working area, which takes nothing. */
    ARCHIVE
}

package dev.vigil.schemas.events;

/** Which store holds a file: the archive for ever, the working area for some days. */
public enum Area {
    ARCHIVE,
    WORKING
}

package dev.vigil.schemas.events;

/** Which store holds a file: the archive for ever, the working area for some days. Elsewhere is not ours. */
public enum Area {
    ARCHIVE,
    WORKING,
    /** Where other software keeps it: the key is its whole path, and Vigil only looks. */
    ELSEWHERE
}

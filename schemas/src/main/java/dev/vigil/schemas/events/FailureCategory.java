package dev.vigil.schemas.events;

/** Why something failed, in classes that decide what is tried again. */
public enum FailureCategory {
    NOT_FITS,
    NOT_A_FILE,
    INCOMPLETE,
    VANISHED,
    UNREADABLE,
    MISSING_KEYWORD,
    IMPOSSIBLE_VALUE,
    UNKNOWN_TYPE,
    SOURCE_CHANGED,
    SOURCE_MISSING,
    DAMAGED,
    DISK_FULL,
    PERMISSION_DENIED,
    GAIN_UNKNOWN,
    NO_MASTER,
    MASTER_FAILED,
    TOO_FEW_INPUTS,
    GAVE_UP,
    SOFTWARE,
    OTHER,
    /** A person wrote it off. */
    CLOSED,
    /** The archive or the working area may not be written to. */
    NOT_WRITABLE
}

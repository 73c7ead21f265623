package dev.vigil.instruments;

/** Why a profile refuses a file. */
public enum RefusalCategory {
    /** A keyword that must be there is not. */
    MISSING_KEYWORD,
    /** A keyword is there, but its value cannot be read. */
    UNREADABLE_VALUE,
    /** A keyword can be read, but cannot be true. */
    IMPOSSIBLE_VALUE,
    /** The frame type is none that the profile knows. */
    UNKNOWN_TYPE,
    /** The file holds no image that the profile can use. */
    NO_IMAGE
}

package dev.vigil.schemas.events;

/** What a frame is for. */
public enum FrameType {
    BIAS,
    DARK,
    FLAT,
    SCIENCE,
    FOCUS,
    ARC,
    POINTING,
    OTHER,
    UNKNOWN,
    /** A file that follows a frame. */
    SIDECAR
}

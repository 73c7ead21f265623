package dev.vigil.schemas.events;

/** Where the night of a frame was read from. */
public enum NightSource {
    HEADER,
    FOLDER,
    UNKNOWN
}

package dev.vigil.instruments;

/** Where the night of a frame is known from. */
public enum NightSource {
    HEADER,
    FOLDER,
    UNKNOWN
}

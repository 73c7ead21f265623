package dev.vigil.simulator;

import java.util.Locale;

/** The frames that a simulated camera takes, and the word that the generic one writes into IMAGETYP. */
public enum FrameKind {
    BIAS("Bias Frame"),
    DARK("Dark Frame"),
    FLAT("Flat Field"),
    SCIENCE("Light Frame"),
    /** The sky through a grating. */
    SPECTRUM("Light Frame"),
    /** A lamp with lines. */
    ARC("Arc"),
    FOCUS("Focus"),
    POINTING("Pointing"),
    /** Taken to try something. */
    TEST("Test");

    private final String imageType;

    FrameKind(String imageType) {
        this.imageType = imageType;
    }

    String imageType() {
        return imageType;
    }

    /** The kind in a file name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether every camera takes it. */
    public boolean isCommon() {
        return ordinal() <= SCIENCE.ordinal();
    }

    /** Whether the shutter is open at night. */
    public boolean seesSky() {
        return this == SCIENCE || this == SPECTRUM || this == FOCUS || this == POINTING || this == TEST;
    }
}

package dev.vigil.simulator;

import java.util.Locale;

/** The frames that a simulated camera takes, and the word it writes into IMAGETYP. */
public enum FrameKind {
    BIAS("Bias Frame"),
    DARK("Dark Frame"),
    FLAT("Flat Field"),
    SCIENCE("Light Frame");

    private final String imageType;

    FrameKind(String imageType) {
        this.imageType = imageType;
    }

    String imageType() {
        return imageType;
    }

    /** The kind in a file name. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

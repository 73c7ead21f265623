package dev.vigil.instruments;

import java.util.Locale;

/** A kind of combined calibration. */
public enum MasterKind {
    BIAS,
    DARK,
    FLAT;

    /** The word that profiles, events and people use: {@code flat}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

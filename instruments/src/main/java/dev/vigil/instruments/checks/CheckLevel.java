package dev.vigil.instruments.checks;

import java.util.Locale;

/** When a check is made: on the file as it came, at the quick look, after the reduction, or on a master. */
public enum CheckLevel {
    RAW,
    QUICK_LOOK,
    REDUCED,
    MASTER;

    /** The words that profiles use: {@code quick look}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package dev.vigil.instruments.checks;

import java.util.Locale;

/** How much a failed check matters: a frame is good while no check of severity error has failed. */
public enum Severity {
    WARNING,
    ERROR;

    /** The word that profiles use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

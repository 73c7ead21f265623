package dev.vigil.common.settings;

import java.time.Duration;
import java.util.Locale;

/**
 * One thing that a user can set.
 *
 * @param name its path in vigil.yaml, with dots
 * @param kind what its text has to be
 * @param standard the value that works on a laptop
 * @param about what it does, in a sentence
 * @param <T> the type of its value
 */
public record Setting<T>(String name, Kind<T> kind, T standard, String about) {

    /** The environment variable that overrides it. */
    public String variable() {
        return "VIGIL_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** A value as it may be shown. */
    public String shown(Object value) {
        if (value instanceof Duration time) {
            return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
        }
        return kind.secret() && !value.toString().isEmpty() ? "*****" : value.toString();
    }
}

package dev.vigil.common.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    private static final String UNITS = ".units.";

    /** What one unit has of its own: {@code scheduler.limit} becomes {@code scheduler.units.HSC.limit}. */
    public Setting<T> of(String unit) {
        int dot = name.indexOf('.');
        return new Setting<>(name.substring(0, dot) + UNITS + unit + name.substring(dot), kind, standard, about);
    }

    /** The unit that a name is about, if it has the form of such a setting. */
    static Optional<String> unit(String name) {
        int from = name.indexOf(UNITS) + UNITS.length();
        int to = name.lastIndexOf('.');
        return name.contains(UNITS) && from < to ? Optional.of(name.substring(from, to)) : Optional.empty();
    }

    /** The environment variable that overrides it. */
    public String variable() {
        return "VIGIL_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** A value as it may be shown. */
    public String shown(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.map(this::shown).orElse("");
        }
        if (value instanceof List<?> several) {
            return String.join(", ", several.stream().map(Object::toString).toList());
        }
        if (value instanceof Duration time) {
            return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
        }
        return kind.secret() && !value.toString().isEmpty() ? "*****" : value.toString();
    }
}

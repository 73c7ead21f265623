package dev.vigil.common.settings;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A value that each unit may have of its own.
 *
 * @param usual of a unit of which nothing is said
 * @param own of the others
 * @param <T> the type of the value
 */
public record PerUnit<T>(T usual, Map<String, T> own) {
    public PerUnit {
        own = Map.copyOf(own);
    }

    /** What is set for all units, and for some. */
    public static <T> PerUnit<T> from(Config.Reader in, Setting<T> setting) {
        return new PerUnit<>(
                in.get(setting),
                in.units().stream()
                        .filter(unit -> in.given(setting.of(unit)).isPresent())
                        .collect(Collectors.toMap(Function.identity(), unit -> in.get(setting.of(unit)))));
    }

    /** The value of a unit. */
    public T of(String unit) {
        return own.getOrDefault(unit, usual);
    }

    /** The value of a unit whose folder may have another name: what is said of the unit counts more than what is said of the folder. */
    public T of(String unit, String folder) {
        return own.getOrDefault(unit, of(folder));
    }
}

package dev.vigil.common.settings;

import java.util.HashMap;
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

    /** The same of a setting for files that Vigil moves: what is set for all units is not meant for those whose files other software moves. */
    public static <T> PerUnit<T> ofMoved(Config.Reader in, Setting<T> setting) {
        PerUnit<T> all = from(in, setting);
        PerUnit<CopyPlace> copies = from(in, Settings.MONITOR_COPIES);
        Map<String, T> own = new HashMap<>();
        boolean isNoneOurs = copies.usual().isNamed();
        copies.own().forEach((unit, place) -> {
            if (place.isNamed() != isNoneOurs) {
                own.put(unit, place.isNamed() ? setting.standard() : all.usual());
            }
        });
        own.putAll(all.own());
        return new PerUnit<>(isNoneOurs ? setting.standard() : all.usual(), own);
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

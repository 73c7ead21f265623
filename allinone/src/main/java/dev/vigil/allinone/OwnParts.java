package dev.vigil.allinone;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an all-in-one has of its own: its broker, its database and its folders. Settings that say where a deployment has them do
 * nothing here.
 *
 * @param places where they are
 */
record OwnParts(Map<Setting<?>, Object> places) {
    OwnParts {
        places = Map.copyOf(places);
    }

    /** Settings that lead to these parts, whatever else was given. */
    Config over(Config given) {
        Config config = given;
        for (Map.Entry<Setting<?>, Object> each : places.entrySet()) {
            config = config.with(each.getKey(), each.getValue());
        }
        return config;
    }

    /** What to say to a user whose settings name other parts. */
    Optional<String> unheeded(Config given) {
        List<String> names = places.keySet().stream()
                .filter(given::sets)
                .map(Setting::name)
                .sorted()
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "not heeded here: " + String.join(", ", names) + "; an all-in-one has its own broker, database"
                                + " and folders. Such settings are for services that run alone: vigil service NAME");
    }
}

package dev.vigil.allinone;

import dev.vigil.common.settings.Config;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What an all-in-one is told.
 *
 * @param data the folder that holds all of it
 * @param given the user's own settings; they reach every service
 * @param demo whether it is a demonstration, which keeps out of the way of a real deployment
 */
public record AllInOneSettings(Path data, Config given, boolean demo) {
    public AllInOneSettings {
        Objects.requireNonNull(given, "given");
        data = data.toAbsolutePath().normalize();
    }

    Path incoming() {
        return data.resolve("incoming");
    }

    Path archive() {
        return data.resolve("archive");
    }
}

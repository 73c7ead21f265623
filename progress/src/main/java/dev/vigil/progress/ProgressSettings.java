package dev.vigil.progress;

import dev.vigil.common.front.FrontSettings;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * What the progress service can be told.
 *
 * @param kafka the broker
 * @param registry the schemas
 * @param front health, metrics and queries
 * @param stateFolder where the stores lie; they are made again from the broker if they are gone
 * @param every how often a night's progress is published, at most
 */
public record ProgressSettings(
        KafkaSettings kafka, RegistrySettings registry, FrontSettings front, Path stateFolder, Duration every) {
    public ProgressSettings {
        Objects.requireNonNull(kafka, "kafka");
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(front, "front");
        Objects.requireNonNull(stateFolder, "stateFolder");
        Objects.requireNonNull(every, "every");
    }

    /** Reads them; all mistakes are said at once. */
    public static ProgressSettings from(Config config) {
        return config.read(in -> new ProgressSettings(
                KafkaSettings.from(in),
                RegistrySettings.from(in),
                FrontSettings.from(in, "progress"),
                in.get(Settings.STATE_FOLDER).resolve("progress"),
                in.get(Settings.PROGRESS_EVERY)));
    }
}

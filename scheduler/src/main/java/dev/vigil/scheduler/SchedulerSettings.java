package dev.vigil.scheduler;

import dev.vigil.common.front.FrontSettings;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.scheduler.policy.Policies;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What the scheduler needs to know.
 *
 * @param kafka the broker
 * @param registry the schemas
 * @param front where health and metrics are served
 * @param stateFolder where the stores are kept
 * @param policies the habits of every unit
 */
public record SchedulerSettings(
        KafkaSettings kafka, RegistrySettings registry, FrontSettings front, Path stateFolder, Policies policies) {
    public SchedulerSettings {
        Objects.requireNonNull(kafka, "kafka");
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(front, "front");
        Objects.requireNonNull(stateFolder, "stateFolder");
        Objects.requireNonNull(policies, "policies");
    }

    /** Reads them; all mistakes are said at once. */
    public static SchedulerSettings from(Config config) {
        return config.read(in -> new SchedulerSettings(
                KafkaSettings.from(in),
                RegistrySettings.from(in),
                FrontSettings.from(in, "scheduler"),
                in.get(Settings.STATE_FOLDER),
                PolicySettings.policies(in)));
    }
}

package dev.vigil.scheduler;

import dev.vigil.common.front.FrontSettings;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.scheduler.policy.Order;
import dev.vigil.scheduler.policy.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What the scheduler needs to know.
 *
 * @param kafka the broker
 * @param registry the schemas
 * @param front where health and metrics are served
 * @param stateFolder where the stores are kept
 * @param policy the habits of every unit
 */
public record SchedulerSettings(
        KafkaSettings kafka, RegistrySettings registry, FrontSettings front, Path stateFolder, Policy policy) {
    public SchedulerSettings {
        Objects.requireNonNull(kafka, "kafka");
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(front, "front");
        Objects.requireNonNull(stateFolder, "stateFolder");
        Objects.requireNonNull(policy, "policy");
    }

    /** Reads them; all mistakes are said at once. */
    public static SchedulerSettings from(Config config) {
        return config.read(in -> new SchedulerSettings(
                KafkaSettings.from(in),
                RegistrySettings.from(in),
                FrontSettings.from(in, "scheduler"),
                in.get(Settings.STATE_FOLDER),
                policy(in)));
    }

    private static Policy policy(Config.Reader in) {
        return new Policy(
                in.get(Settings.SCHEDULER_LIMIT),
                in.get(Settings.SCHEDULER_BACKFILL_SHARE),
                Order.valueOf(in.get(Settings.SCHEDULER_ORDER).toUpperCase(Locale.ROOT)),
                in.get(Settings.SCHEDULER_TRANSFER_DEADLINE),
                in.get(Settings.SCHEDULER_REDUCTION_DEADLINE),
                in.get(Settings.SCHEDULER_BACKFILL_AFTER),
                in.get(Settings.SCHEDULER_SET_QUIET),
                in.get(Settings.SCHEDULER_MINIMUM_INPUTS),
                Optional.of(in.get(Settings.SCHEDULER_GIVE_UP_AFTER)).filter(time -> !time.equals(Duration.ZERO)),
                in.get(Settings.SCHEDULER_REMEMBER));
    }
}

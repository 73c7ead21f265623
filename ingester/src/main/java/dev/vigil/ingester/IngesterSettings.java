package dev.vigil.ingester;

import dev.vigil.common.front.FrontSettings;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.ledger.LedgerSettings;
import java.time.Duration;
import java.util.Objects;

/**
 * All that the ingester is told.
 *
 * @param kafka the broker
 * @param registry the schemas
 * @param front where health and metrics are served
 * @param ledger the ledger's database
 * @param batch events that are written in one transaction, at most
 * @param linger how long a batch waits for more events
 */
public record IngesterSettings(
        KafkaSettings kafka,
        RegistrySettings registry,
        FrontSettings front,
        LedgerSettings ledger,
        int batch,
        Duration linger) {
    public IngesterSettings {
        Objects.requireNonNull(kafka, "kafka");
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(front, "front");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(linger, "linger");
        if (batch < 1) {
            throw new IllegalArgumentException("a batch holds at least one event, not " + batch);
        }
    }

    /** Reads them; all that is wrong is said at once. */
    public static IngesterSettings from(Config config) {
        return config.read(in -> new IngesterSettings(
                KafkaSettings.from(in),
                RegistrySettings.from(in),
                FrontSettings.from(in, "ingester"),
                new LedgerSettings(
                        in.get(Settings.LEDGER_URL),
                        in.get(Settings.LEDGER_USER),
                        in.get(Settings.LEDGER_PASSWORD),
                        in.get(Settings.LEDGER_CONNECTIONS)),
                in.get(Settings.INGESTER_BATCH),
                in.get(Settings.INGESTER_LINGER)));
    }
}

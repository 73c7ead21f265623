package dev.vigil.audit;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.common.tls.Trust;
import dev.vigil.ledger.LedgerSettings;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the sides are.
 *
 * @param kafka the broker
 * @param registry the schemas
 * @param ledger the database
 * @param archive the archive's folder, which this machine must reach
 * @param token what producers want before they say what lies on their disks
 * @param trust which producers are believed to be who they say
 */
public record AuditSettings(
        KafkaSettings kafka,
        RegistrySettings registry,
        LedgerSettings ledger,
        Path archive,
        String token,
        Trust trust) {
    public AuditSettings {
        Objects.requireNonNull(kafka, "kafka");
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(archive, "archive");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(trust, "trust");
    }

    /** Reads them; all mistakes are said at once. */
    public static AuditSettings from(Config config) {
        return config.read(in -> new AuditSettings(
                KafkaSettings.from(in),
                RegistrySettings.from(in),
                new LedgerSettings(
                        in.get(Settings.LEDGER_URL), in.get(Settings.LEDGER_USER), in.get(Settings.LEDGER_PASSWORD), 1),
                in.get(Settings.ARCHIVE_FOLDER),
                in.get(Settings.TRANSFER_TOKEN),
                Trust.from(in)));
    }
}

package dev.vigil.portal;

import dev.vigil.common.front.FrontSettings;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.ledger.LedgerSettings;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What the portal can be told.
 *
 * @param kafka the broker
 * @param registry the schemas
 * @param front health and metrics
 * @param host the address of the pages
 * @param port the port of the pages; 0 takes a free one
 * @param ledger what happened
 * @param archiveFolder where files are kept for ever
 * @param workingFolder where files lie for some days
 */
public record PortalSettings(
        KafkaSettings kafka,
        RegistrySettings registry,
        FrontSettings front,
        String host,
        int port,
        LedgerSettings ledger,
        Path archiveFolder,
        Path workingFolder) {
    public PortalSettings {
        Objects.requireNonNull(kafka, "kafka");
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(front, "front");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(archiveFolder, "archiveFolder");
        Objects.requireNonNull(workingFolder, "workingFolder");
    }

    /** Reads them; all mistakes are said at once. */
    public static PortalSettings from(Config config) {
        return config.read(in -> new PortalSettings(
                KafkaSettings.from(in),
                RegistrySettings.from(in),
                FrontSettings.from(in, "portal"),
                in.get(Settings.PORTAL_HOST),
                in.get(Settings.PORTAL_PORT),
                new LedgerSettings(
                        in.get(Settings.LEDGER_URL),
                        in.get(Settings.LEDGER_USER),
                        in.get(Settings.LEDGER_PASSWORD),
                        in.get(Settings.LEDGER_CONNECTIONS)),
                in.get(Settings.ARCHIVE_FOLDER),
                in.get(Settings.WORKING_FOLDER)));
    }
}

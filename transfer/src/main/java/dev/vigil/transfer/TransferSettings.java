package dev.vigil.transfer;

import dev.vigil.common.front.FrontSettings;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.common.settings.Settings;
import dev.vigil.common.tls.Trust;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * All that the transfer is told.
 *
 * @param kafka the broker
 * @param registry the schemas
 * @param front where health and metrics are served
 * @param archive where files are kept for ever
 * @param working where uncompressed files lie for some days
 * @param workingKept how long those of each unit lie there
 * @param slots transfers at once
 * @param token what producers want to hear
 * @param shared how files come from a disk that is mounted here
 * @param sftp who we are where files come by SFTP
 * @param trust which producers are believed to be who they say
 * @param streams how many a file may take at once over its unit's line
 */
public record TransferSettings(
        KafkaSettings kafka,
        RegistrySettings registry,
        FrontSettings front,
        Path archive,
        Path working,
        PerUnit<Duration> workingKept,
        int slots,
        String token,
        SharedDisk shared,
        SftpSettings sftp,
        Trust trust,
        Streams streams) {
    public TransferSettings {
        Objects.requireNonNull(kafka, "kafka");
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(front, "front");
        Objects.requireNonNull(archive, "archive");
        Objects.requireNonNull(working, "working");
        Objects.requireNonNull(workingKept, "workingKept");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(shared, "shared");
        Objects.requireNonNull(sftp, "sftp");
        Objects.requireNonNull(trust, "trust");
        Objects.requireNonNull(streams, "streams");
        if (slots < 1) {
            throw new IllegalArgumentException("a transfer needs a slot, not " + slots);
        }
    }

    /** Reads them; all that is wrong is said at once. */
    public static TransferSettings from(Config config) {
        return config.read(in -> new TransferSettings(
                KafkaSettings.from(in),
                RegistrySettings.from(in),
                FrontSettings.from(in, "transfer"),
                in.get(Settings.ARCHIVE_FOLDER),
                in.get(Settings.WORKING_FOLDER),
                PerUnit.from(in, Settings.WORKING_KEPT),
                in.get(Settings.TRANSFER_SLOTS),
                in.get(Settings.TRANSFER_TOKEN),
                SharedDisk.from(in),
                SftpSettings.from(in),
                Trust.from(in),
                Streams.from(in)));
    }

    @Override
    public String toString() {
        return "TransferSettings[" + kafka + ", archive " + archive + ", working " + working + ", " + slots + " slots]";
    }
}

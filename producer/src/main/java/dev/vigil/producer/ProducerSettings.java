package dev.vigil.producer;

import dev.vigil.common.front.FrontSettings;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.common.settings.Settings;
import dev.vigil.common.tls.Identity;
import dev.vigil.producer.judging.Patience;
import dev.vigil.producer.listing.Pace;
import dev.vigil.producer.serving.Packaging;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a producer is told.
 *
 * @param incoming where the telescope writes
 * @param profiles the user's own instrument profiles; the folder need not be there
 * @param rescan how often folders that move are listed
 * @param rescanOld after how long a folder that no longer moves is listed again
 * @param rescanOldest the longest that this becomes
 * @param since the first night that is taken without being asked for
 * @param notices whether the file system is asked to say when something happens
 * @param needsMarker whether a unit's folder without a marker is taken for an empty mount point
 * @param hung after how long without a word a disk is said to hang
 * @param quiet how long a file without proof of completeness must be unchanged
 * @param stalled after how long without change an incomplete file is called stalled
 * @param alive how often each unit is said to be alive
 * @param readers how many files of a unit are read at once
 * @param offer by path, over HTTP, or both
 * @param host the address on which files are served
 * @param port the port on which files are served; 0 takes a free one
 * @param addresses how others reach the files, by several lines; none: by host name and port
 * @param token the bearer token that fetches files; empty: only this machine may
 * @param identity by what the server of the files is known, if it serves encrypted
 * @param packaging which units' files are packed for the line
 * @param sftp where an SFTP server gives the incoming folder
 * @param releaseAfter how old each unit's files have to be before they may be deleted
 * @param monitored which units' files other software moves
 */
public record ProducerSettings(
        KafkaSettings kafka,
        RegistrySettings registry,
        FrontSettings front,
        Path incoming,
        Path profiles,
        Duration rescan,
        Duration rescanOld,
        Duration rescanOldest,
        Optional<LocalDate> since,
        boolean notices,
        boolean needsMarker,
        Duration hung,
        Duration quiet,
        Duration stalled,
        Duration alive,
        int readers,
        String offer,
        String host,
        int port,
        List<URI> addresses,
        String token,
        Identity identity,
        Packaging packaging,
        Optional<URI> sftp,
        PerUnit<Duration> releaseAfter,
        Monitored monitored) {
    public ProducerSettings {
        incoming = incoming.toAbsolutePath().normalize();
        addresses = List.copyOf(addresses);
    }

    /** Reads them all; what is wrong is said at once. */
    public static ProducerSettings from(Config config) {
        return config.read(in -> new ProducerSettings(
                KafkaSettings.from(in),
                RegistrySettings.from(in),
                FrontSettings.from(in, "producer"),
                in.get(Settings.PRODUCER_INCOMING),
                in.get(Settings.PRODUCER_PROFILES),
                in.get(Settings.PRODUCER_RESCAN),
                in.get(Settings.PRODUCER_RESCAN_OLD),
                in.get(Settings.PRODUCER_RESCAN_OLDEST),
                in.get(Settings.PRODUCER_SINCE),
                in.get(Settings.PRODUCER_NOTICES),
                in.get(Settings.PRODUCER_NEEDS_MARKER),
                in.get(Settings.PRODUCER_HUNG),
                in.get(Settings.PRODUCER_QUIET),
                in.get(Settings.PRODUCER_STALLED),
                in.get(Settings.PRODUCER_ALIVE),
                in.get(Settings.PRODUCER_READERS),
                in.get(Settings.PRODUCER_OFFER),
                in.get(Settings.PRODUCER_HOST),
                in.get(Settings.PRODUCER_PORT),
                in.get(Settings.PRODUCER_ADDRESS),
                in.get(Settings.PRODUCER_TOKEN),
                Identity.from(in),
                Packaging.from(in),
                in.get(Settings.PRODUCER_SFTP),
                PerUnit.ofMoved(in, Settings.PRODUCER_RELEASE_AFTER),
                Monitored.from(in)));
    }

    Patience patience() {
        return new Patience(
                Duration.ofMillis(500),
                quiet,
                quiet.multipliedBy(12),
                Duration.ofSeconds(3),
                stalled,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10));
    }

    Pace pace() {
        return new Pace(rescanOld, rescanOldest);
    }

    public boolean offersPaths() {
        return offer.equals("file") || offer.equals("both");
    }

    public boolean offersHttp() {
        return offer.equals("http") || offer.equals("both");
    }

    @Override
    public String toString() {
        return "ProducerSettings[" + incoming + ", " + kafka + "]";
    }
}

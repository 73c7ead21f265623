package dev.vigil.common.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The catalogue of all that can be set, with the defaults: what {@code vigil.yaml} may hold. */
public final class Settings {
    private static final int FEWEST_TRANSFERS = 8;
    private static final String OF_UNITS = "scheduler.";
    private static final Set<String> OWN_OF_UNITS = Set.of(
            "working.kept",
            "producer.packaging",
            "producer.loss",
            "producer.originals",
            "producer.release-after",
            "transfer.shared",
            "transfer.streams",
            "monitor.copies",
            "monitor.ingested");
    private static final List<Setting<?>> ALL = new ArrayList<>();

    // The broker and the registry.
    public static final Setting<String> KAFKA_BOOTSTRAP_SERVERS = text(
            "kafka.bootstrap.servers",
            "localhost:9092",
            "The brokers. Other kafka.* keys go to every Kafka client as they are.");
    public static final Setting<Integer> KAFKA_PARTITIONS = number(
            "kafka.partitions",
            4,
            1,
            1000,
            "Partitions of every topic that is made; one count for all, fixed once made.");
    public static final Setting<Integer> KAFKA_REPLICATION =
            number("kafka.replication", 1, 1, 10, "Copies of every topic that is made.");
    public static final Setting<String> REGISTRY_URL = text(
            "registry.url",
            "bundled",
            "The schema registry (Confluent's API), several with commas between; or 'bundled': the schemas in this program.");
    public static final Setting<Boolean> REGISTRY_REGISTER =
            yesNo("registry.auto-register", true, "Whether new schemas are registered; otherwise they must be there.");
    public static final Setting<String> REGISTRY_USER =
            text("registry.user", "", "User of the registry; empty for none.");
    public static final Setting<String> REGISTRY_PASSWORD =
            secret("registry.password", "Password of the registry's user.");
    public static final Setting<String> REGISTRY_SERIALIZER = text(
            "registry.serializer",
            "",
            "A class that writes events in the place of Vigil's own, such as io.confluent.kafka.serializers.KafkaAvroSerializer; empty for Vigil's.");
    public static final Setting<String> REGISTRY_DESERIALIZER = text(
            "registry.deserializer",
            "",
            "The class that reads them, such as io.confluent.kafka.serializers.KafkaAvroDeserializer; empty for Vigil's.");

    // What every service serves.
    public static final Setting<String> FRONT_HOST =
            text("front.host", "0.0.0.0", "The address on which health and metrics are served.");
    public static final Setting<Integer> FRONT_PORT =
            number("front.port", 9100, 0, 65535, "The port of health and metrics; 0 takes a free one.");

    // The ledger.
    public static final Setting<String> LEDGER_URL = add(new Setting<>(
            "ledger.url", Kind.DATABASE, "jdbc:postgresql://localhost:5432/vigil", "The ledger's database."));
    public static final Setting<String> LEDGER_USER = text("ledger.user", "vigil", "User of the ledger's database.");
    public static final Setting<String> LEDGER_PASSWORD = secret("ledger.password", "Password of the ledger's user.");
    public static final Setting<Integer> LEDGER_CONNECTIONS =
            number("ledger.connections", 4, 1, 100, "Connections that a service holds to the ledger, at most.");

    // Files.
    public static final Setting<Path> ARCHIVE_FOLDER =
            folder("archive.folder", "data/archive", "Where files are kept for ever.");
    public static final Setting<Path> WORKING_FOLDER =
            folder("working.folder", "data/working", "Where uncompressed files lie for some days.");
    public static final Setting<Duration> WORKING_KEPT = time(
            "working.kept",
            Duration.ofDays(30),
            "How long an uncompressed file lies in the working folder; working.units.UNIT.kept of one unit. Calibrations have to lie there until their masters are built.");
    public static final Setting<Path> STATE_FOLDER = folder(
            "state.folder", "data/state", "Where the streams keep their stores; may be deleted when they are stopped.");

    // The producer.
    public static final Setting<Path> PRODUCER_INCOMING =
            folder("producer.incoming", "data/incoming", "Where the telescope writes: <unit>/<night>/ below it.");
    public static final Setting<Path> PRODUCER_PROFILES = folder(
            "producer.profiles",
            "data/profiles",
            "Instrument profiles of your own; they come before the bundled ones. Producers and calibrators read them.");
    public static final Setting<Duration> PRODUCER_RESCAN = time(
            "producer.rescan", Duration.ofSeconds(1), "How often tonight's folders, and others that move, are listed.");
    public static final Setting<Duration> PRODUCER_RESCAN_OLD = time(
            "producer.rescan-old",
            Duration.ofMinutes(1),
            "After how long a folder that no longer moves is listed again; twice as long each time nothing changed.");
    public static final Setting<Duration> PRODUCER_RESCAN_OLDEST =
            time("producer.rescan-oldest", Duration.ofMinutes(30), "The longest that an old folder is not listed.");
    public static final Setting<Optional<LocalDate>> PRODUCER_SINCE = add(
            new Setting<>(
                    "producer.since",
                    Kind.NIGHT,
                    Optional.empty(),
                    "Files of nights before this one are not taken, until vigil backfill asks for them; empty: everything is taken."));
    public static final Setting<Boolean> PRODUCER_NOTICES = yesNo(
            "producer.notices",
            true,
            "Whether the file system is asked to say when something happens. It only hastens the listing; NFS says nothing.");
    public static final Setting<Boolean> PRODUCER_NEEDS_MARKER = yesNo(
            "producer.needs-marker",
            false,
            "Whether a unit's folder is read only while a file .vigil-root lies in it: then a bare mount point is told at once.");
    public static final Setting<Duration> PRODUCER_HUNG =
            time("producer.hung", Duration.ofSeconds(30), "After how long without a word a disk is said to hang.");
    public static final Setting<Duration> PRODUCER_QUIET = time(
            "producer.quiet",
            Duration.ofSeconds(5),
            "How long a file without proof of completeness must be unchanged.");
    public static final Setting<Duration> PRODUCER_STALLED = time(
            "producer.stalled",
            Duration.ofMinutes(10),
            "After how long without change an incomplete file is called stalled.");
    public static final Setting<Duration> PRODUCER_ALIVE =
            time("producer.alive", Duration.ofSeconds(5), "How often each unit is said to be alive.");
    public static final Setting<Integer> PRODUCER_READERS =
            number("producer.readers", 2, 1, 64, "Files of a unit that are read at once.");
    public static final Setting<String> PRODUCER_OFFER = word(
            "producer.offer",
            "both",
            "How files are offered to the transfer: by path on a shared disk, over HTTP, or both; or in no other way than producer.sftp (sftp).",
            "file",
            "http",
            "both",
            "sftp");
    public static final Setting<Optional<URI>> PRODUCER_SFTP = add(
            new Setting<>(
                    "producer.sftp",
                    Kind.SFTP,
                    Optional.empty(),
                    "Where an SFTP server gives the incoming folder, such as sftp://camera@host:22/data/incoming: files are then offered there as well, after the other ways."));
    public static final Setting<String> PRODUCER_PACKAGING = word(
            "producer.packaging",
            "none",
            "How files go over the line when they are fetched over HTTP: as they are, or packed where that is smaller and exactly undone: images by RICE, as fpack does, or any file by zstd. lossy: science frames are rounded to steps of their noise, and only that is archived; producer.originals has to say kept then.",
            "none",
            "rice",
            "zstd",
            "lossy");
    public static final Setting<Integer> PRODUCER_LOSS = number(
            "producer.loss",
            4,
            2,
            64,
            "With lossy packaging: how many steps there are in one standard deviation of a row's noise. With 4, rounding adds 0.3 % to the noise.");
    public static final Setting<String> PRODUCER_ORIGINALS = word(
            "producer.originals",
            "unsaid",
            "Kept: somebody sees to it that the files at the telescope stay for ever, or a copy of them elsewhere. Vigil then never deletes one there, and lossy packaging may be set: of what it archives so, they are the only exact copies.",
            "unsaid",
            "kept");
    public static final Setting<Duration> PRODUCER_RELEASE_AFTER = time(
            "producer.release-after",
            Duration.ZERO,
            "How old a file has to be, and how long archived, before vigil release may delete it from the telescope's disk. 0 s: nothing is ever deleted there.");
    public static final Setting<String> PRODUCER_HOST =
            text("producer.host", "0.0.0.0", "The address on which the producer serves files.");
    public static final Setting<Integer> PRODUCER_PORT =
            number("producer.port", 9200, 0, 65535, "The port on which the producer serves files; 0 takes a free one.");
    public static final Setting<List<URI>> PRODUCER_ADDRESS = add(
            new Setting<>(
                    "producer.address",
                    Kind.ADDRESSES,
                    List.of(),
                    "How others reach the producer's files, such as http://producer:9200; several, with commas between, where there are several lines, the best first; empty: by host name and port."));
    public static final Setting<String> PRODUCER_TOKEN =
            secret("producer.token", "The bearer token that fetches files; empty: only this machine may fetch.");
    public static final Setting<Optional<Path>> PRODUCER_TLS_CERTIFICATE = file(
            "producer.tls-certificate",
            "A PEM file with the certificate under which files are served encrypted, and those that vouch for it; empty: in the clear.");
    public static final Setting<Optional<Path>> PRODUCER_TLS_KEY =
            file("producer.tls-key", "A PEM file with the key of that certificate, without a password.");
    public static final Setting<Optional<Path>> PRODUCER_TLS_KEYSTORE =
            file("producer.tls-keystore", "A key store (PKCS 12 or JKS) in the place of the two PEM files.");
    public static final Setting<String> PRODUCER_TLS_PASSWORD =
            secret("producer.tls-password", "The password of that key store.");

    // Files that other software moves. The producer reads these and says them with each file, so that nobody else needs
    // them.
    public static final Setting<CopyPlace> MONITOR_COPIES = add(
            new Setting<>(
                    "monitor.copies",
                    Kind.COPIES,
                    CopyPlace.NONE,
                    "Where other software puts its copies of a unit's files, on the transfer's machine, such as /data/copies/{path} or /data/copies/{unit}/{night}/{name}: Vigil then only looks whether they come and are whole, and neither fetches nor reduces. Empty: Vigil transfers."));
    public static final Setting<IngestNews> MONITOR_INGESTED = add(
            new Setting<>(
                    "monitor.ingested",
                    Kind.INGEST_NEWS,
                    IngestNews.NONE,
                    "What shows that this software has taken a copy in: a file that is then there (/data/repo/{night}/{name}), a line in one (in /data/logs/ingest-{night}.log: {name}), or 'told': vigil ingested. Empty: a whole copy is enough."));

    // The scheduler.
    public static final Setting<String> SCHEDULER_MODE = word(
            "scheduler.mode",
            "parallel",
            "The habit of a unit's transfers: parallel (newest first, as many as the limit), serial (one at a time), batch (four exposures at a time), end-of-night (once its night is over). What is set beside it comes first.",
            "parallel",
            "serial",
            "batch",
            "end-of-night");
    public static final Setting<Integer> SCHEDULER_LIMIT =
            number("scheduler.limit", 32, 1, 100_000, "Tasks of one kind that are out at once for a unit.");
    public static final Setting<String> SCHEDULER_ORDER = word(
            "scheduler.order",
            "newest",
            "Which frame of a lane goes first: newest, oldest, or priority (targets of opportunity, then the newest).",
            "newest",
            "oldest",
            "priority");
    public static final Setting<Integer> SCHEDULER_BUNDLE = number(
            "scheduler.bundle",
            0,
            0,
            100_000,
            "Exposures that are transferred together: the next go when all of these have come. 0: no bundles.");
    public static final Setting<Double> SCHEDULER_EXPOSURES_PER_MINUTE = realBetween(
            "scheduler.exposures-per-minute",
            0,
            0,
            1_000_000,
            "Exposures of a unit whose transfer may begin in a minute, at most. 0: no limit.");
    public static final Setting<Long> SCHEDULER_LINE_RATE = add(new Setting<>(
            "scheduler.line-rate",
            Kind.LINE_RATE,
            0L,
            "What the transfers of a unit may take of its line, as bytes handed out. 0: all of it."));
    public static final Setting<Hours> SCHEDULER_HOURS = add(
            new Setting<>(
                    "scheduler.hours",
                    Kind.HOURS,
                    Hours.ANY,
                    "When a unit's files may be transferred: at any time, after their night is over, or not between two times at a zone."));
    public static final Setting<Double> SCHEDULER_BACKFILL_SHARE = realBetween(
            "scheduler.backfill-share",
            0.2,
            0.01,
            0.5,
            "The share of tasks that backfill is sure of while live work waits too.");
    public static final Setting<Duration> SCHEDULER_SET_QUIET = time(
            "scheduler.set-quiet",
            Duration.ofSeconds(20),
            "How long a calibration set must bring nothing new before it is closed.");
    public static final Setting<Integer> SCHEDULER_MINIMUM_INPUTS =
            number("scheduler.minimum-inputs", 3, 1, 1000, "Frames that a master needs.");
    public static final Setting<Duration> SCHEDULER_TRANSFER_DEADLINE = time(
            "scheduler.transfer-deadline",
            Duration.ofMinutes(15),
            "After how long a transfer without an answer is handed out again.");
    public static final Setting<Duration> SCHEDULER_REDUCTION_DEADLINE = time(
            "scheduler.reduction-deadline",
            Duration.ofMinutes(30),
            "After how long a reduction without an answer is handed out again.");
    public static final Setting<Duration> SCHEDULER_BACKFILL_AFTER = time(
            "scheduler.backfill-after",
            Duration.ofHours(36),
            "How old an exposure is, when it is announced, to go to the backfill lane instead of the live one.");
    public static final Setting<Duration> SCHEDULER_GIVE_UP_AFTER = time(
            "scheduler.give-up-after",
            Duration.ZERO,
            "How long a frame waits for a master before it fails; 0: it waits visibly for ever.");
    public static final Setting<Duration> SCHEDULER_ARCHIVE_PATIENCE = time(
            "scheduler.archive-patience",
            Duration.ofMinutes(20),
            "How long a file that finds no room in the archive or the working area, or may not be written there, is tried again before it fails; the pauses grow.");
    public static final Setting<Duration> SCHEDULER_REMEMBER = time(
            "scheduler.remember",
            Duration.ofDays(30),
            "How long a finished frame can be fetched or reduced again by a request.");

    // The workers.
    public static final Setting<Integer> TRANSFER_SLOTS = number(
            "transfer.slots",
            Math.max(FEWEST_TRANSFERS, processors()),
            1,
            256,
            "Transfers that run at once in a process; they wait for lines and disks more than they compute.");
    public static final Setting<Integer> TRANSFER_STREAMS = number(
            "transfer.streams",
            4,
            1,
            32,
            "Streams over which a file is fetched at once where its line is slow for one; a unit may have a number of its own.");
    public static final Setting<String> TRANSFER_TOKEN =
            secret("transfer.token", "The bearer token that the producers want.");
    public static final Setting<String> TRANSFER_SFTP_USER = text(
            "transfer.sftp-user",
            "",
            "User on the hosts from which files come by SFTP, where producer.sftp names none; empty: this process's.");
    public static final Setting<String> TRANSFER_SFTP_KEY = fileName(
            "transfer.sftp-key",
            "",
            "The file of the private key for SFTP; empty: id_ed25519, id_ecdsa and id_rsa of ~/.ssh, as far as they are there.");
    public static final Setting<String> TRANSFER_SFTP_PASSPHRASE =
            secret("transfer.sftp-passphrase", "The passphrase of the private key for SFTP; empty: it has none.");
    public static final Setting<String> TRANSFER_SFTP_KNOWN_HOSTS = fileName(
            "transfer.sftp-known-hosts",
            "",
            "The file with the keys of the hosts from which files come by SFTP, as ssh-keyscan prints them; a host that is not in it is not talked to. Empty: ~/.ssh/known_hosts.");
    public static final Setting<String> TRANSFER_SHARED = word(
            "transfer.shared",
            "copy",
            "How a file comes into the archive from a disk that both share: copied; as a second name of the same file (link), only where no program ever writes into a file again; or as a clone that shares its blocks (reflink), where the file system can. What cannot be done is copied.",
            "copy",
            "link",
            "reflink");
    public static final Setting<Optional<Path>> TRANSFER_TRUST = file(
            "transfer.trust",
            "A PEM file with the certificates of the producers, or of who signed them; empty: whom this machine trusts.");
    public static final Setting<Integer> CALIBRATOR_SLOTS =
            number("calibrator.slots", processors(), 1, 256, "Reductions that run at once in a process.");
    public static final Setting<Integer> CALIBRATOR_MEMORY = number(
            "calibrator.memory",
            0,
            0,
            1_000_000,
            "Megabytes of memory that the work of a calibrator may take together; frames wait until there is room, and one that can never have it fails. 0: 85 % of the heap.");
    public static final Setting<String> CALIBRATOR_COMPRESSION = word(
            "calibrator.compression",
            "none",
            "How reduced frames are packed into tiles (.fits.fz): none, lossless, or rice, which keeps the image in quarters of"
                    + " its noise, mask and uncertainty exactly.",
            "none",
            "lossless",
            "rice");

    public static final Setting<Optional<Path>> CALIBRATOR_REFERENCES = file(
            "calibrator.references",
            "A reference catalogue that vigil refcat import made, by whose stars frames get coordinates; empty: none, and frames keep those of the telescope.");

    // The ingester.
    public static final Setting<Integer> INGESTER_BATCH =
            number("ingester.batch", 500, 1, 100_000, "Events that are written in one transaction, at most.");
    public static final Setting<Duration> INGESTER_LINGER =
            time("ingester.linger", Duration.ofMillis(50), "How long a batch waits for more events.");

    // The auditor.
    public static final Setting<Duration> AUDITOR_EVERY = time(
            "auditor.every",
            Duration.ofHours(6),
            "How long the auditor rests between two comparisons of disk, topics, ledger and archive, and when it has read all of the archive.");
    public static final Setting<Duration> AUDITOR_LOOKOUT = time(
            "auditor.lookout",
            Duration.ofMinutes(5),
            "How long the auditor rests between two looks whether files that are still to be fetched lie on their telescopes' disks.");
    public static final Setting<Integer> AUDITOR_RATE = number(
            "auditor.rate",
            5,
            0,
            10_000,
            "Megabytes of the archive that are read again in a second, for ever, to find what the disk has damaged; 0 for none.");

    public static final Setting<Boolean> AUDITOR_RELEASE = yesNo(
            "auditor.release",
            false,
            "Whether the auditor reads files that are old enough (producer.release-after) again at auditor.rate, and asks the producers by itself to delete them from the telescope's disk.");

    // Progress and the portal.
    public static final Setting<Duration> PROGRESS_EVERY =
            time("progress.every", Duration.ofSeconds(1), "How often a night's progress is published, at most.");
    public static final Setting<String> PORTAL_HOST =
            text("portal.host", "0.0.0.0", "The address on which the pages are served.");
    public static final Setting<Integer> PORTAL_PORT =
            number("portal.port", 8080, 0, 65535, "The port of the pages; 0 takes a free one.");

    private Settings() {}

    /** Every setting, in the order of the catalogue. */
    public static List<Setting<?>> all() {
        return List.copyOf(ALL);
    }

    /** The setting of a name, of all units or of one. */
    static Optional<Setting<?>> named(String name) {
        return ALL.stream()
                .<Setting<?>>map(setting -> setting)
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .or(() -> Setting.unit(name).flatMap(unit -> ofUnit(unit, name)));
    }

    private static Optional<Setting<?>> ofUnit(String unit, String name) {
        return ALL.stream()
                .filter(Settings::isOfUnits)
                .<Setting<?>>map(setting -> setting.of(unit))
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    /** Whether each unit may have a value of its own, as {@code scheduler.units.HSC.limit}. */
    public static boolean isOfUnits(Setting<?> setting) {
        return setting.name().startsWith(OF_UNITS) || OWN_OF_UNITS.contains(setting.name());
    }

    /** Whether it names a file that must be there to be read. */
    static boolean isOfAFile(Setting<?> setting) {
        return setting.kind() == Kind.FILE || setting.kind() == Kind.FILE_NAME;
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static <T> Setting<T> add(Setting<T> setting) {
        ALL.add(setting);
        return setting;
    }

    private static Setting<String> text(String name, String standard, String about) {
        return add(new Setting<>(name, Kind.TEXT, standard, about));
    }

    private static Setting<String> secret(String name, String about) {
        return add(new Setting<>(name, Kind.SECRET, "", about));
    }

    private static Setting<String> word(String name, String standard, String about, String... words) {
        return add(new Setting<>(name, Kind.oneOf(words), standard, about));
    }

    private static Setting<Path> folder(String name, String standard, String about) {
        return add(new Setting<>(name, Kind.FOLDER, Path.of(standard), about));
    }

    private static Setting<Optional<Path>> file(String name, String about) {
        return add(new Setting<>(name, Kind.FILE, Optional.empty(), about));
    }

    private static Setting<String> fileName(String name, String standard, String about) {
        return add(new Setting<>(name, Kind.FILE_NAME, standard, about));
    }

    private static Setting<Duration> time(String name, Duration standard, String about) {
        return add(new Setting<>(name, Kind.TIME, standard, about));
    }

    private static Setting<Boolean> yesNo(String name, boolean standard, String about) {
        return add(new Setting<>(name, Kind.SWITCH, standard, about));
    }

    private static Setting<Double> realBetween(String name, double standard, double least, double most, String about) {
        return add(new Setting<>(name, Kind.realBetween(least, most), standard, about));
    }

    private static Setting<Integer> number(String name, int standard, int least, int most, String about) {
        return add(new Setting<>(name, Kind.between(least, most), standard, about));
    }
}

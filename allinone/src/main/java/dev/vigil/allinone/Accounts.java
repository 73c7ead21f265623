package dev.vigil.allinone;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.cli.nights.Night;
import dev.vigil.cli.nights.Nights;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.ledger.ArchivedFile;
import dev.vigil.ledger.FrameStanding;
import dev.vigil.ledger.Ledger;
import dev.vigil.ledger.LedgerSettings;
import dev.vigil.ledger.MadeFile;
import dev.vigil.ledger.Measured;
import dev.vigil.ledger.NightCounts;
import dev.vigil.schemas.events.StoredFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A night as the ledger, the archive and the progress topic have it, to be compared.
 *
 * @param ledger the ledger's counts
 * @param progress what the progress topic says
 * @param measured what the ledger says was measured
 * @param damaged files of the ledger that the archive does not hold as the ledger says, in words
 */
public record Accounts(NightCounts ledger, Optional<Night> progress, List<Measured> measured, List<String> damaged) {

    /** Asks all three. Every file of the night is read again for its digest. */
    public static Accounts of(String unit, LocalDate night, Config config) throws IOException, ArchiveException {
        try (Ledger ledger = Ledger.reading(config.read(in -> new LedgerSettings(
                        in.get(Settings.LEDGER_URL),
                        in.get(Settings.LEDGER_USER),
                        in.get(Settings.LEDGER_PASSWORD),
                        1)));
                Nights nights = Nights.read(config.read(KafkaSettings::from))) {
            Optional<Night> progress = nights.all().stream()
                    .filter(each -> each.unit().equals(unit) && each.night().equals(night.toString()))
                    .findFirst();
            Archive archive = FilesystemArchive.create(config.read(in -> in.get(Settings.ARCHIVE_FOLDER)));
            return new Accounts(
                    ledger.nights().of(unit, Optional.of(night)),
                    progress,
                    ledger.nights().measurements(unit, Optional.of(night)),
                    damaged(ledger, unit, night, archive));
        }
    }

    private static List<String> damaged(Ledger ledger, String unit, LocalDate night, Archive archive)
            throws ArchiveException {
        List<String> damaged = new ArrayList<>();
        for (FrameStanding frame : ledger.frames().of(unit, Optional.of(night))) {
            List<StoredFile> files = Stream.concat(
                            ledger.frames().archived(frame.frame()).stream().map(ArchivedFile::archived),
                            ledger.frames().products(frame.frame()).stream().map(MadeFile::file))
                    .toList();
            for (StoredFile file : files) {
                wrong(archive, file).ifPresent(damaged::add);
            }
        }
        return damaged;
    }

    private static Optional<String> wrong(Archive archive, StoredFile file) throws ArchiveException {
        ArchiveKey key = new ArchiveKey(file.key());
        if (archive.find(key).isEmpty()) {
            return Optional.of("the archive does not hold " + key);
        }
        return archive.digest(key).equals(file.digest().value())
                ? Optional.empty()
                : Optional.of("the archive holds " + key + " with another digest than the ledger");
    }

    /** Frames that have come to an end by the least of the three. */
    public long accountedFor() {
        return Math.min(ledger.accountedFor(), progress.map(Night::settled).orElse(0L));
    }

    /** Whatever the three do not agree about, in words. */
    public List<String> differences(int frames) {
        List<String> differences = new ArrayList<>(damaged);
        differ("seen", frames, ledger.seen(), count("seen"), differences);
        differ("recorded", count("recorded"), ledger.recorded(), count("recorded"), differences);
        differ("failed", count("failed"), ledger.failed(), count("failed"), differences);
        differ("excluded", count("excluded"), ledger.excluded(), count("excluded"), differences);
        return differences;
    }

    private static void differ(String what, long expected, long ledger, long progress, List<String> differences) {
        if (ledger != expected || progress != expected) {
            differences.add(what + ": " + expected + " expected, the ledger says " + ledger + ", the progress topic "
                    + progress);
        }
    }

    private long count(String name) {
        return progress.map(night -> night.count(name)).orElse(0L);
    }
}

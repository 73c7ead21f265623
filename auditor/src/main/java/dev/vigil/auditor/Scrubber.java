package dev.vigil.auditor;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.audit.Difference;
import dev.vigil.audit.Nights;
import dev.vigil.audit.Repair;
import dev.vigil.ledger.KeptFile;
import dev.vigil.ledger.Ledger;
import dev.vigil.ledger.NightCounts;
import dev.vigil.schemas.events.Area;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads the archive again, night by night and for ever, no faster than it is told, and compares digests. */
final class Scrubber {
    private static final int BLOCK = 1 << 18;
    private static final long MEGABYTE = 1_000_000;

    private final Path folder;
    private final Ledger ledger;
    private final Findings findings;
    private final Place place;
    private final Pace pace;
    private final Counter read;

    Scrubber(Path folder, Ledger ledger, Findings findings, Place place, int megabytes, MeterRegistry meters) {
        this.folder = folder;
        this.ledger = ledger;
        this.findings = findings;
        this.place = place;
        this.pace = new Pace(megabytes * MEGABYTE, System.nanoTime());
        this.read = Counter.builder("vigil.audit.read.bytes").register(meters);
    }

    /** Reads all that the ledger has in the archive, once, from where the last pass ended. */
    void pass() throws IOException, InterruptedException {
        Archive archive = FilesystemArchive.open(folder);
        String last = place.last();
        List<NightCounts> nights = ledger.nights().all().stream()
                .filter(night -> name(night).compareTo(last) > 0)
                .sorted(Comparator.comparing(Scrubber::name))
                .toList();
        for (NightCounts night : nights) {
            read(archive, night);
            place.at(name(night));
        }
        place.at("");
    }

    private static String name(NightCounts night) {
        return night.unit() + "/" + night.night().map(LocalDate::toString).orElse(Nights.UNKNOWN);
    }

    private void read(Archive archive, NightCounts night) throws ArchiveException, IOException, InterruptedException {
        for (KeptFile kept : ledger.keptFiles().of(night.unit(), night.night())) {
            if (kept.file().area() == Area.ARCHIVE) {
                compare(archive, kept, name(night));
            }
        }
    }

    /** A file that is not there is what the rounds find. */
    private void compare(Archive archive, KeptFile kept, String night)
            throws ArchiveException, IOException, InterruptedException {
        String key = kept.file().key();
        if (archive.find(new ArchiveKey(key)).isEmpty()
                || digest(archive, key).equals(kept.file().digest().value())) {
            findings.good(key);
        } else {
            findings.damaged(
                    key,
                    new Difference(
                            Difference.Kind.DAMAGED,
                            kept.owner(),
                            "the bytes of " + key + " are not those that were archived",
                            new Repair.ByHand("vigil verify " + night + " --deep --repair")));
        }
    }

    private String digest(Archive archive, String key) throws ArchiveException, IOException, InterruptedException {
        MessageDigest digest = sha256();
        byte[] block = new byte[BLOCK];
        try (InputStream in = archive.open(new ArchiveKey(key))) {
            for (int bytes = in.read(block); bytes >= 0; bytes = in.read(block)) {
                digest.update(block, 0, bytes);
                read.increment(bytes);
                TimeUnit.NANOSECONDS.sleep(
                        pace.restAfter(bytes, System.nanoTime()).toNanos());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

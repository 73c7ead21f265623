package dev.vigil.audit;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.archive.Stored;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.events.FileToRelease;
import dev.vigil.schemas.events.ReleaseFiles;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Finds files that a telescope need not keep: archived for long enough, and read again in the archive now. Whether one of them is then deleted
 * is the producer's to decide, who looks at the file itself.
 */
public final class Releases {
    private static final int FILES_PER_REQUEST = 100;

    private final AuditSettings settings;
    private final Nights nights;
    private final Clock clock;

    public Releases(AuditSettings settings, Nights nights, Clock clock) {
        this.settings = settings;
        this.nights = nights;
        this.clock = clock;
    }

    /**
     * What reading the archive again showed.
     *
     * @param good files that are as they were archived
     * @param bad what is wrong with the others, which the telescope must keep
     */
    public record Checked(List<FileToRelease> good, List<String> bad) {
        public Checked {
            good = List.copyOf(good);
            bad = List.copyOf(bad);
        }
    }

    /** The files of the wanted nights that have been in the archive for as long as their unit wants. */
    public List<Candidate> candidates(Function<String, Duration> age) {
        ReleaseNews news = new ReleaseNews();
        WireFormat format = WireFormat.of(settings.registry());
        read(format, Topics.FRAMES_ANNOUNCED, news::hear);
        read(format, Topics.FRAMES_TRANSFERRED, news::hear);
        read(format, Topics.FRAMES_RELEASED, news::hear);
        Instant now = clock.instant();
        return news.candidates().stream()
                .filter(this::isWanted)
                .filter(file -> file.isDue(age.apply(unit(file)), now))
                .toList();
    }

    private static String unit(Candidate file) {
        return Paths.unit(file.identity().frame().path());
    }

    private boolean isWanted(Candidate file) {
        String night = file.identity().night().map(LocalDate::toString).orElse(Nights.UNKNOWN);
        return nights.include(file.identity().unit(), night);
    }

    private <T> void read(WireFormat format, Topic<T> topic, Consumer<? super T> taker) {
        try (TopicReader reader = TopicReader.fromBeginning(settings.kafka(), topic.name())) {
            reader.untilEnd(record -> decode(format, topic, record, taker));
        }
    }

    /** What cannot be decoded is among the dead letters; a file of which nothing is known is no candidate. */
    private static <T> void decode(
            WireFormat format, Topic<T> topic, ConsumerRecord<byte[], byte[]> record, Consumer<? super T> taker) {
        try {
            taker.accept(format.decode(topic, record.value()));
        } catch (UndecodableException foreign) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + topic.name(), e);
        }
    }

    /** Reads the archive's copies, and tells their bytes as they are read. */
    public Checked check(List<Candidate> candidates, LongConsumer read) throws ArchiveException {
        Archive archive = FilesystemArchive.open(settings.archive());
        List<FileToRelease> good = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        for (Candidate file : candidates) {
            Optional<String> wrong = wrong(archive, file);
            wrong.ifPresentOrElse(bad::add, () -> good.add(file.verified(clock.instant())));
            read.accept(file.archived().size());
        }
        return new Checked(good, bad);
    }

    /** What the producers are to be asked, by unit. One message holds so many files, and is answered for as a whole. */
    public static Map<String, List<ReleaseFiles>> wishes(List<FileToRelease> files, boolean dryRun) {
        Map<String, List<FileToRelease>> byUnit = new TreeMap<>();
        files.forEach(file -> byUnit.computeIfAbsent(file.identity().unit(), each -> new ArrayList<>())
                .add(file));
        Map<String, List<ReleaseFiles>> wishes = new TreeMap<>();
        byUnit.forEach((unit, all) -> {
            for (int from = 0; from < all.size(); from += FILES_PER_REQUEST) {
                List<FileToRelease> some = all.subList(from, Math.min(all.size(), from + FILES_PER_REQUEST));
                wishes.computeIfAbsent(unit, each -> new ArrayList<>()).add(new ReleaseFiles(some, dryRun));
            }
        });
        return wishes;
    }

    private static Optional<String> wrong(Archive archive, Candidate file) throws ArchiveException {
        ArchiveKey key = new ArchiveKey(file.archived().key());
        Optional<Stored> there = archive.find(key);
        if (there.isEmpty()) {
            return Optional.of("the archive does not hold " + key);
        }
        boolean isWhole = there.get().size() == file.archived().size()
                && archive.digest(key).equals(file.archived().digest().value());
        return isWhole ? Optional.empty() : Optional.of("the bytes of " + key + " are not those that were archived");
    }
}

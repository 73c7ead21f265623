package dev.vigil.audit;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.ledger.Ledger;
import dev.vigil.schemas.events.FrameId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Asks the telescopes' disks, the topics, the ledger and the archive about some nights, and compares what they say. */
public final class Audit {
    private final AuditSettings settings;
    private final Nights nights;
    private final Clock clock;

    public Audit(AuditSettings settings, Nights nights, Clock clock) {
        this.settings = settings;
        this.nights = nights;
        this.clock = clock;
    }

    /** Told what is going on, by whoever has somebody to show it to. */
    public interface Listener {
        /** Nobody listens. */
        Listener NONE = new Listener() {
            @Override
            public void asked(long bytesToRead) {}

            @Override
            public void read(long bytes) {}
        };

        /** All sides were asked, and so many bytes will be read. */
        void asked(long bytesToRead);

        /** So many bytes have been read so far. */
        void read(long bytes);
    }

    /** Compares names, sizes and rows; with {@code deep} every file of the archive is read as well. */
    public Report compare(boolean deep, Listener listener) throws ArchiveException, InterruptedException {
        Comparison comparison = asked();
        List<Holding> holdings = comparison.holdings();
        long bytes =
                holdings.stream().mapToLong(holding -> holding.file().size()).sum();
        listener.asked(deep ? bytes : 0);
        Reading reading = new Reading(listener);
        List<Difference> differences = comparison.differences(deep ? Optional.of(reading) : Optional.empty());
        AtSource atSource = comparison.atSource();
        return new Report(
                differences,
                comparison.topics().frames().size(),
                holdings.size(),
                bytes,
                reading.bytes,
                comparison.source().silent(),
                comparison.source().passedBy(),
                atSource.touched(),
                atSource.gone(differences),
                comparison.topics().unknown());
    }

    /** The ledger is asked before the topics: what it knows then has been said, whatever comes in meanwhile. */
    private Comparison asked() throws ArchiveException, InterruptedException {
        Instant asOf = clock.instant();
        try (Ledger ledger = Ledger.reading(settings.ledger())) {
            LedgerReader reader = new LedgerReader(ledger);
            LedgerSide written = reader.read(nights);
            return asked(asOf, reader, written);
        }
    }

    private Comparison asked(Instant asOf, LedgerReader reader, LedgerSide written)
            throws ArchiveException, InterruptedException {
        Archive archive = FilesystemArchive.open(settings.archive());
        TopicSide topics = TopicSide.read(settings.kafka(), WireFormat.of(settings.registry()), nights, asOf);
        Set<String> units =
                topics.frames().keySet().stream().map(FrameId::unit).collect(Collectors.toCollection(TreeSet::new));
        ArchiveSide there = FolderArchive.list(archive, units, nights, asOf.minus(Comparison.UNDER_WAY));
        SourceSide source = new Sources(new Producers(settings.token(), settings.trust()))
                .list(topics.units(asOf), units, nights, announced(topics));
        reader.add(topics.frames().keySet(), written);
        return new Comparison(topics, written, there, source, asOf);
    }

    private static Set<String> announced(TopicSide topics) {
        return topics.frames().values().stream()
                .map(FrameSaid::sighted)
                .flatMap(Optional::stream)
                .map(Sighted::path)
                .collect(Collectors.toSet());
    }

    private static final class Reading implements LongConsumer {
        private final Listener listener;
        private long bytes;

        Reading(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void accept(long read) {
            bytes += read;
            listener.read(bytes);
        }
    }
}

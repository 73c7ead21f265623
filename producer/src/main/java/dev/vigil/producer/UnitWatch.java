package dev.vigil.producer;

import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.judging.Examiner;
import dev.vigil.producer.judging.Sightings;
import dev.vigil.producer.listing.Listing;
import dev.vigil.producer.listing.UnitScan;
import dev.vigil.producer.listing.Wakes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One unit's disk: the thread that lists it, those that read it, and when it is next listed. All that may hang with a disk hangs
 * here, so that it holds up no other unit. It is asked by the one thread that decides.
 */
final class UnitWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UnitWatch.class);
    /** Read ahead of the deciding thread, so that readers need not wait for it. */
    private static final int AHEAD = 2;
    /** So many files may wait for being read; until then no more of the old ones are looked for. */
    private static final int ROOM = 4000;

    private final Setup setup;
    private final UnitScan scan;
    private final Optional<Wakes> wakes;
    private final ExecutorService lister;
    private final ExecutorService readers;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ListingTimes times;
    private int readingOut;

    /**
     * What it works with.
     *
     * @param rescan how often it is listed
     * @param hung a disk that says nothing for so long hangs
     * @param readers how many files of the unit are read at once
     * @param mail takes what came back, to the deciding thread
     */
    record Setup(
            UnitScan.Setup scan,
            boolean listens,
            Duration rescan,
            Duration hung,
            int readers,
            Examiner examiner,
            Sightings sightings,
            Meters meters,
            Consumer<Runnable> mail,
            Consumer<Listing> to) {
        Setup {
            Objects.requireNonNull(scan, "scan");
            Objects.requireNonNull(rescan, "rescan");
            Objects.requireNonNull(hung, "hung");
            Objects.requireNonNull(examiner, "examiner");
            Objects.requireNonNull(sightings, "sightings");
            Objects.requireNonNull(meters, "meters");
            Objects.requireNonNull(mail, "mail");
            Objects.requireNonNull(to, "to");
        }

        String unit() {
            return scan.unit();
        }

        Clock clock() {
            return scan.clock();
        }
    }

    private UnitWatch(Setup setup) {
        this.setup = setup;
        this.scan = new UnitScan(setup.scan());
        this.times = new ListingTimes(setup.rescan(), setup.hung());
        this.wakes = setup.listens() ? wakes(setup.scan().root()) : Optional.empty();
        this.lister = threads("producer-scan-" + setup.unit(), 1);
        this.readers = threads("producer-reader-" + setup.unit(), setup.readers());
    }

    static UnitWatch open(Setup setup) {
        return new UnitWatch(setup);
    }

    private static ExecutorService threads(String name, int count) {
        return Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Without them the listing finds everything, a little later. */
    private Optional<Wakes> wakes(Path root) {
        try {
            return Optional.of(Wakes.open(root, this::wake));
        } catch (IOException tooMany) {
            LOG.warn(
                    "{}: the system gives no notices of files ({}); its folders are only listed",
                    setup.unit(),
                    tooMany);
            return Optional.empty();
        }
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            setup.mail().accept(() -> {});
        }
    }

    /** Asks for a listing if one is due; the answer comes when it comes. */
    void askForListing(LocalDate tonight, Instant now) {
        if (!times.isDue(woken.get(), now)) {
            return;
        }
        woken.set(false);
        times.asked(now);
        int unread = setup.sightings().unread(setup.unit());
        UnitScan.Ask ask = new UnitScan.Ask(
                setup.sightings().watchedPaths(setup.unit()), ROOM - unread, 2 * ROOM - unread, tonight);
        lister.execute(() -> list(ask));
    }

    private void list(UnitScan.Ask ask) {
        Listing listing = listing(ask);
        setup.mail().accept(() -> take(listing));
        if (listing instanceof Listing.Seen) {
            wakes.ifPresent(those -> those.listenTo(scan.live(ask.tonight())));
        }
    }

    /** Whatever a disk does that nobody thought of, it is listed again. */
    private Listing listing(UnitScan.Ask ask) {
        Instant started = setup.clock().instant();
        try {
            return scan.list(ask);
        } catch (RuntimeException unforeseen) {
            LOG.error("{} cannot be listed", setup.unit(), unforeseen);
            return new Listing.Unreachable(
                    setup.unit(), started, "its folder cannot be listed, and is tried again: " + unforeseen);
        }
    }

    private void take(Listing listing) {
        boolean goesOn = listing instanceof Listing.Seen seen && seen.hasMore() && !seen.isFull() && hasRoom();
        times.came(listing.started(), goesOn, setup.clock().instant());
        setup.to().accept(listing);
    }

    private boolean hasRoom() {
        return setup.sightings().unread(setup.unit()) < ROOM / 2;
    }

    /** Since when the disk says nothing, if that is too long. */
    Optional<Instant> hangsSince(Instant now) {
        return times.hangsSince(scan.wentOn(), now);
    }

    /** Hands out what is to be read. */
    void handOut(Instant now) {
        int free = setup.readers() + AHEAD - readingOut;
        for (Sighting next : setup.sightings().toRead(setup.unit(), free, now)) {
            readingOut++;
            readers.execute(() -> read(next));
        }
    }

    private void read(Sighting next) {
        Examiner.Read read = setup.examiner().read(next);
        setup.mail().accept(() -> {
            readingOut--;
            setup.meters().read(setup.unit());
            setup.sightings()
                    .read(read.then(), read.examination(), setup.clock().instant());
        });
    }

    @Override
    public void close() throws IOException {
        lister.shutdownNow();
        readers.shutdownNow();
        if (wakes.isPresent()) {
            wakes.get().close();
        }
    }
}

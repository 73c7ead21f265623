package dev.vigil.producer;

import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.run.StopSignal;
import dev.vigil.instruments.Profiles;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topics;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The producer's one deciding thread: it asks for listings, hands out files to be read, and says what is due. Listing and
 * reading happen elsewhere and come back as mail, so that no disk holds it up.
 */
final class Watching implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final Duration AT_MOST = Duration.ofMillis(100);
    private static final Duration BETWEEN_WAKES = Duration.ofMillis(50);
    /** Listing may take one part in so many of the time, however often folders say that they changed. */
    private static final int SHARE = 8;

    private static final Duration TO_STOP = Duration.ofSeconds(10);
    /** Read ahead of the deciding thread, so that readers need not wait for it. */
    private static final int AHEAD = 2;

    private final Setup setup;
    private final Sightings sightings;
    private final Alive alive = new Alive();
    private final Meters meters;
    private final Set<String> remembered = new HashSet<>();
    private final BlockingQueue<Runnable> mail = new LinkedBlockingQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ExecutorService readers;
    private final Thread thread = new Thread(this::run, "producer");
    private volatile boolean stopping;
    private volatile boolean isReady;
    private boolean listingIsOut;
    private int readingOut;
    private Instant nextListing = Instant.MIN;
    private Instant nextWhenWoken = Instant.MIN;
    private Instant nextAlive = Instant.MIN;
    private Scans scans;

    /** What it works with. */
    record Setup(
            ProducerSettings settings,
            Profiles profiles,
            Examiner examiner,
            History history,
            EventWriter writer,
            Clock clock,
            StopSignal stop) {
        Setup {
            Objects.requireNonNull(settings, "settings");
            Objects.requireNonNull(profiles, "profiles");
            Objects.requireNonNull(examiner, "examiner");
            Objects.requireNonNull(history, "history");
            Objects.requireNonNull(writer, "writer");
            Objects.requireNonNull(clock, "clock");
            Objects.requireNonNull(stop, "stop");
        }
    }

    Watching(Setup setup, Sightings sightings, Meters meters) {
        this.setup = setup;
        this.sightings = sightings;
        this.meters = meters;
        this.readers = Executors.newFixedThreadPool(setup.settings().readers(), work -> {
            Thread reader = new Thread(work, "producer-reader");
            reader.setDaemon(true);
            return reader;
        });
    }

    void start() throws IOException {
        scans = Scans.open(
                setup.settings().incoming(),
                setup.clock(),
                setup.settings().rescan(),
                listing -> mail.add(() -> take(listing)),
                this::wake);
        thread.start();
    }

    /** Whether it knows what was said before, and has seen the incoming folder. */
    boolean isReady() {
        return isReady;
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            mail.add(() -> {});
        }
    }

    private void run() {
        try {
            TopicKeeper.ensure(setup.settings().kafka());
            while (!stopping) {
                step();
            }
        } catch (InterruptedException asked) {
            LOG.debug("asked to stop");
        } catch (RuntimeException | Error failure) {
            if (!stopping) {
                setup.stop().failed(failure);
            }
        }
    }

    private void step() throws InterruptedException {
        readMail();
        Instant now = setup.clock().instant();
        askForListing(now);
        handOut(now);
        announce(now);
        sayAlive(now);
    }

    private void readMail() throws InterruptedException {
        Runnable first = mail.poll(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            first.run();
            List<Runnable> more = new ArrayList<>();
            mail.drainTo(more);
            more.forEach(Runnable::run);
        }
    }

    private void askForListing(Instant now) {
        Instant due = woken.get() ? nextWhenWoken : nextListing;
        if (!listingIsOut && !now.isBefore(due)) {
            woken.set(false);
            listingIsOut = true;
            alive.asked(now);
            scans.ask(sightings.watchedPaths());
        }
    }

    private void take(Listing listing) {
        Instant now = setup.clock().instant();
        listingIsOut = false;
        Duration took = Duration.between(listing.started(), now).multipliedBy(SHARE);
        nextListing = now.plus(setup.settings().rescan());
        nextWhenWoken = now.plus(took.compareTo(BETWEEN_WAKES) > 0 ? took : BETWEEN_WAKES);
        remember(listing.units());
        alive.listed(listing);
        sightings.see(listing, now);
        meters.see(alive, now);
        isReady = listing.rootIsThere();
    }

    /** What was said of a unit must be known before its files are looked at. */
    private void remember(Set<String> units) {
        Set<String> unknown = new HashSet<>(units);
        unknown.removeAll(remembered);
        if (!unknown.isEmpty()) {
            try {
                sightings.remember(setup.history().of(unknown));
                remembered.addAll(unknown);
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("asked to stop while reading what was announced before", asked);
            }
        }
    }

    private void handOut(Instant now) {
        int free = setup.settings().readers() + AHEAD - readingOut;
        for (Sighting next : sightings.toRead(free, now)) {
            readingOut++;
            readers.execute(() -> read(next));
        }
    }

    private void read(Sighting next) {
        Examiner.Read read = setup.examiner().read(next);
        mail.add(() -> {
            readingOut--;
            sightings.read(read.then(), read.examination(), setup.clock().instant());
        });
    }

    private void announce(Instant now) throws InterruptedException {
        List<FrameAnnounced> due = sightings.due(now);
        if (due.isEmpty()) {
            return;
        }
        setup.writer()
                .sendAndWait(due.stream()
                        .map(event -> new Outgoing<>(
                                Topics.FRAMES_ANNOUNCED,
                                event.identity().frame().value(),
                                event))
                        .toList());
        for (FrameAnnounced event : due) {
            LOG.info(
                    "{} revision {}: {}",
                    event.identity().frame(),
                    event.identity().revision(),
                    event.judgement().getClass().getSimpleName().toLowerCase(Locale.ROOT));
            meters.announced(event);
        }
    }

    private void sayAlive(Instant now) throws InterruptedException {
        if (now.isBefore(nextAlive)) {
            return;
        }
        nextAlive = now.plus(setup.settings().alive());
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        List<Outgoing<UnitAlive>> reports = alive.units().stream()
                .map(unit -> alive.report(
                        unit,
                        sightings.quietSince(unit),
                        Optional.of(setup.profiles().profileFor(unit).nightAt(now)),
                        load,
                        now))
                .map(report -> new Outgoing<>(Topics.UNITS_ALIVE, report.unit(), report))
                .toList();
        setup.writer().sendAndWait(reports);
        meters.see(alive, now);
    }

    @Override
    public void close() throws Exception {
        stopping = true;
        thread.interrupt();
        thread.join(TO_STOP.toMillis());
        readers.shutdownNow();
        scans.close();
    }
}

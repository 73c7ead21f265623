package dev.vigil.producer;

import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.run.StopSignal;
import dev.vigil.instruments.Profiles;
import dev.vigil.producer.disk.Disk;
import dev.vigil.producer.judging.Again;
import dev.vigil.producer.judging.Examiner;
import dev.vigil.producer.judging.Facts;
import dev.vigil.producer.judging.Sightings;
import dev.vigil.producer.known.History;
import dev.vigil.producer.known.KnownPaths;
import dev.vigil.producer.listing.Horizon;
import dev.vigil.producer.listing.Incoming;
import dev.vigil.producer.listing.Listing;
import dev.vigil.producer.listing.UnitScan;
import dev.vigil.producer.release.Releases;
import dev.vigil.producer.requests.AskedOfUs;
import dev.vigil.producer.requests.Backfills;
import dev.vigil.producer.requests.JudgingAgain;
import dev.vigil.producer.serving.Locations;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameReleased;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topics;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The producer's one deciding thread: it asks for listings, hands out files to be read, and says what is due. Listing and
 * reading happen elsewhere and come back as mail, so that no disk holds it up.
 */
final class Watching implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final Duration AT_MOST = Duration.ofMillis(100);
    private static final Duration TO_STOP = Duration.ofSeconds(10);
    private static final Duration SLICE = Duration.ofSeconds(1);

    private final Setup setup;
    private final Sightings sightings;
    private final Alive alive;
    private final Meters meters;
    private final Map<String, UnitWatch> units = new TreeMap<>();
    private final BlockingQueue<Runnable> mail = new LinkedBlockingQueue<>();
    private final ExecutorService lister = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "producer-scan");
        made.setDaemon(true);
        return made;
    });
    private final Incoming incoming;
    private final Backfills backfills;
    private final Releases releases;
    private final JudgingAgain judgingAgain;
    private final AskedOfUs askedOfUs;
    private final Thread thread = new Thread(this::run, "producer");
    private volatile boolean stopping;
    private volatile boolean isReady;
    private boolean lookIsOut;
    private boolean toldEmpty;
    private Instant nextLook = Instant.MIN;
    private Instant nextAlive = Instant.MIN;

    /** What it works with. */
    record Setup(
            ProducerSettings settings,
            Profiles profiles,
            Locations locations,
            Disk disk,
            Examiner examiner,
            History history,
            KnownPaths known,
            Knowledge knowledge,
            WireFormat format,
            EventWriter writer,
            Clock clock,
            StopSignal stop) {
        Setup {
            Objects.requireNonNull(settings, "settings");
            Objects.requireNonNull(profiles, "profiles");
            Objects.requireNonNull(locations, "locations");
            Objects.requireNonNull(disk, "disk");
            Objects.requireNonNull(examiner, "examiner");
            Objects.requireNonNull(history, "history");
            Objects.requireNonNull(known, "known");
            Objects.requireNonNull(knowledge, "knowledge");
            Objects.requireNonNull(format, "format");
            Objects.requireNonNull(writer, "writer");
            Objects.requireNonNull(clock, "clock");
            Objects.requireNonNull(stop, "stop");
        }
    }

    Watching(Setup setup, Sightings sightings, Meters meters) {
        this.setup = setup;
        this.sightings = sightings;
        this.meters = meters;
        this.alive = new Alive(setup.locations().places());
        this.backfills = new Backfills(setup.clock(), setup.settings().hung(), mail::add, this::answer);
        this.releases = new Releases(new Releases.Setup(
                setup.settings().incoming(),
                setup.settings().releaseAfter(),
                (folder, type) -> Facts.kept(setup.profiles().profileFor(folder), type),
                setup.known(),
                setup.knowledge()::away,
                this::tellReleased,
                answer -> mail.add(() -> answer(answer)),
                setup.clock()));
        this.judgingAgain = new JudgingAgain(new JudgingAgain.Setup(
                setup.history(),
                setup.examiner(),
                setup.knowledge()::away,
                mail::add,
                this::judgeAgain,
                this::answer,
                setup.clock()));
        this.askedOfUs = new AskedOfUs(
                setup.settings().kafka(),
                setup.format(),
                asked -> mail.add(() -> backfills.asked(asked)),
                request -> mail.add(() -> releases.asked(request)),
                request -> mail.add(() -> judgingAgain.asked(request)));
        this.incoming = new Incoming(
                setup.settings().incoming(),
                setup.disk(),
                this::unitOf,
                setup.settings().hung(),
                setup.clock());
    }

    void start() {
        thread.start();
    }

    /** Whether it knows what was said before, and has seen the incoming folder. */
    boolean isReady() {
        return isReady;
    }

    private void run() {
        try {
            TopicKeeper.ensure(setup.settings().kafka());
            askedOfUs.start();
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
        lookForUnits(now);
        for (Map.Entry<String, UnitWatch> unit : units.entrySet()) {
            goOn(unit.getKey(), unit.getValue(), now);
        }
        backfills.giveUpWhatHangs(now);
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

    private void lookForUnits(Instant now) {
        if (!lookIsOut && !now.isBefore(nextLook)) {
            lookIsOut = true;
            lister.execute(this::look);
        }
    }

    private void look() {
        try {
            Optional<Incoming.Found> found = incoming.units();
            mail.add(() -> found(found));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void found(Optional<Incoming.Found> found) {
        lookIsOut = false;
        nextLook = setup.clock().instant().plus(setup.settings().rescan());
        found.ifPresent(alive::looked);
        found.ifPresent(all -> tellIfEmpty(all.folders()));
        Set<String> unknown = new TreeSet<>(found.map(Incoming.Found::folders).orElse(Set.of()));
        unknown.removeAll(units.keySet());
        remember(unknown);
        for (String unit : unknown) {
            Horizon horizon = new Horizon(setup.settings().since());
            alive.found(unit, horizon);
            sightings.remembers(unit, setup.clock().instant());
            units.put(unit, watch(unit, horizon));
            releases.found(unitOf(unit), unit);
            judgingAgain.found(unitOf(unit));
        }
        isReady = found.isPresent();
    }

    /** That no unit has a folder is natural at a first start only. */
    private void tellIfEmpty(Set<String> folders) {
        if (!folders.isEmpty() || toldEmpty) {
            return;
        }
        toldEmpty = true;
        Path root = setup.settings().incoming();
        if (TopicReader.isUsed(setup.settings().kafka(), Topics.FRAMES_ANNOUNCED.name())) {
            LOG.warn(
                    "{} holds no unit's folder, though frames were announced before; see that its disk is mounted",
                    root);
        } else {
            LOG.info("{} holds no unit's folder yet; a unit's files go into {}/<unit>/<night>/", root, root);
        }
    }

    private UnitWatch watch(String unit, Horizon horizon) {
        ProducerSettings settings = setup.settings();
        UnitScan.Setup scan = new UnitScan.Setup(
                settings.incoming(),
                unit,
                setup.disk(),
                setup.clock(),
                settings.pace(),
                path -> nightOf(unit, path),
                setup.known(),
                horizon,
                settings.needsMarker(),
                SLICE);
        backfills.found(unitOf(unit), scan);
        return UnitWatch.open(new UnitWatch.Setup(
                scan,
                settings.notices(),
                settings.rescan(),
                settings.hung(),
                settings.readers(),
                setup.examiner(),
                sightings,
                meters,
                mail::add,
                this::take));
    }

    /** The night of a folder, as far as its name tells. */
    private Optional<LocalDate> nightOf(String unit, String path) {
        return path.equals(unit)
                ? Optional.empty()
                : setup.profiles()
                        .profileFor(unit)
                        .folderNight(path.substring(unit.length() + 1) + "/x")
                        .date();
    }

    /** The unit that a folder is of. */
    private String unitOf(String folder) {
        return setup.profiles().profileFor(folder).unitOf(folder);
    }

    private LocalDate tonight(String unit, Instant now) {
        return setup.profiles().profileFor(unit).nightAt(now);
    }

    private void goOn(String name, UnitWatch unit, Instant now) {
        unit.askForListing(tonight(name, now), now);
        unit.handOut(now);
        unit.hangsSince(now).ifPresent(since -> {
            isAway(name, () -> alive.hangs(name, since));
        });
    }

    private void take(Listing listing) {
        isAway(listing.unit(), () -> alive.listed(listing));
        if (listing instanceof Listing.Seen seen) {
            sightings.see(seen, setup.clock().instant());
            meters.listed(seen);
        } else {
            sightings.isUnreachable(listing.unit());
        }
        meters.see(alive, setup.clock().instant());
    }

    /** Says once when a unit's disk goes, and once when it is back. */
    private void isAway(String unit, Runnable news) {
        Optional<String> before = alive.trouble(unit);
        news.run();
        Optional<String> after = alive.trouble(unit);
        setup.knowledge().disk(unit, after.filter(any -> !alive.isReachable(unit)));
        if (after.isPresent() && !after.equals(before)) {
            LOG.warn("{}: {}", unit, after.get());
        } else if (after.isEmpty() && before.isPresent()) {
            LOG.info("{}: its disk is well again", unit);
        }
    }

    /** What was said of a unit must be known before its files are looked at. */
    private void remember(Set<String> units) {
        if (units.isEmpty()) {
            return;
        }
        try {
            setup.history().of(units.stream().map(this::unitOf).collect(Collectors.toSet()), sightings::learn);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("asked to stop while reading what was announced before", asked);
        }
    }

    private void announce(Instant now) throws InterruptedException {
        List<FrameAnnounced> due = sightings.due(now);
        if (!due.isEmpty()) {
            say(due);
        }
    }

    private void say(List<FrameAnnounced> due) throws InterruptedException {
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

    private Again judgeAgain(Examiner.Read read, FrameAnnounced before) {
        Again again = sightings.again(read, before, setup.clock().instant());
        if (again instanceof Again.News news) {
            try {
                say(List.of(news.event()));
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(
                        "asked to stop while judging again " + read.then().path(), asked);
            }
        }
        return again;
    }

    private void tellReleased(FrameReleased event) throws InterruptedException {
        setup.writer()
                .sendAndWait(new Outgoing<>(
                        Topics.FRAMES_RELEASED, event.identity().frame().value(), event));
    }

    private void answer(RequestAnswered answer) {
        LOG.info("{}: {}", answer.unit(), answer.answer());
        try {
            setup.writer().sendAndWait(new Outgoing<>(Topics.REQUESTS_ANSWERED, answer.unit(), answer));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("asked to stop while answering " + answer.id(), asked);
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
                        unit, unitOf(unit), sightings.quietSince(unit), Optional.of(tonight(unit, now)), load, now))
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
        askedOfUs.close();
        backfills.close();
        releases.close();
        judgingAgain.close();
        lister.shutdownNow();
        for (UnitWatch unit : units.values()) {
            unit.close();
        }
    }
}

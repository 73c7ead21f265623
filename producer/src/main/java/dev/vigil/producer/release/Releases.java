package dev.vigil.producer.release;

import dev.vigil.common.settings.PerUnit;
import dev.vigil.producer.known.Known;
import dev.vigil.producer.known.KnownPaths;
import dev.vigil.producer.release.ReleaseOutcome.Kept;
import dev.vigil.producer.release.ReleaseOutcome.Released;
import dev.vigil.producer.requests.UnitsHere;
import dev.vigil.schemas.events.FileToRelease;
import dev.vigil.schemas.events.FrameReleased;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.NightCount;
import dev.vigil.schemas.events.ReleaseFiles;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes from the telescopes' disks what people ask for, file by file, as far as nothing speaks against it. It belongs to the one thread
 * that decides; looking and deleting happen on a thread of each unit.
 */
public final class Releases implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);
    private static final int REASONS_TOLD = 20;

    private final Setup setup;
    private final UnitsHere<Place, Request> units = new UnitsHere<>(this::begin);
    private final Map<String, ExecutorService> threads = new HashMap<>();

    /**
     * What it works with.
     *
     * @param root the incoming folder
     * @param after how old the files of each unit have to be; zero: none is ever deleted
     * @param kept how long each unit's profile keeps files of a type
     * @param known what was announced
     * @param away why a unit's disk cannot be asked, if that is so
     * @param news takes what is deleted, and comes back when that is safely told
     * @param answers takes what came of each request
     */
    public record Setup(
            Path root,
            PerUnit<Duration> after,
            Keeping kept,
            KnownPaths known,
            Away away,
            News news,
            Answers answers,
            Clock clock) {
        public Setup {
            Objects.requireNonNull(root, "root");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(kept, "kept");
            Objects.requireNonNull(known, "known");
            Objects.requireNonNull(away, "away");
            Objects.requireNonNull(news, "news");
            Objects.requireNonNull(answers, "answers");
            Objects.requireNonNull(clock, "clock");
        }
    }

    /** A unit, and its folder, which may have another name. */
    private record Place(String unit, String folder) {}

    /** How long the profile of a folder's unit keeps files of a type. */
    public interface Keeping {
        Optional<Duration> of(String folder, FrameType type);
    }

    /** Why a unit's disk cannot be asked. */
    public interface Away {
        Optional<String> why(String unit);
    }

    /** Tells that a file is deleted. */
    public interface News {
        void tell(FrameReleased event) throws InterruptedException;
    }

    /** Takes the answers. */
    public interface Answers extends Consumer<RequestAnswered> {}

    public Releases(Setup setup) {
        this.setup = setup;
    }

    /** A unit is watched; what was asked of it before is done now. */
    public void found(String name, String folder) {
        units.found(name, new Place(name, folder));
    }

    /** Somebody asks. */
    public void asked(Request request) {
        units.asked(request.unit(), request);
    }

    private void begin(Place place, Request request) {
        threads.computeIfAbsent(place.folder(), Releases::thread).execute(() -> release(place, request));
    }

    private static ExecutorService thread(String unit) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "producer-release-" + unit);
            thread.setDaemon(true);
            return thread;
        });
    }

    private void release(Place place, Request request) {
        try {
            setup.answers().accept(new Round(place, request, (ReleaseFiles) request.wish()).done());
        } catch (InterruptedException stopping) {
            // The request is not answered, and is gone on with after the next start.
            Thread.currentThread().interrupt();
        } catch (RuntimeException wrong) {
            LOG.error("{}: the request {} is left", place.unit(), request.id(), wrong);
            setup.answers()
                    .accept(answer(request, false, "it broke off: " + wrong + "; see the producer's log", List.of()));
        }
    }

    private RequestAnswered answer(Request request, boolean accepted, String words, List<NightCount> nights) {
        return new RequestAnswered(request.id(), request.unit(), setup.clock().instant(), accepted, words, nights);
    }

    /** The files of one request. */
    private final class Round {
        private final Place place;
        private final Request request;
        private final ReleaseFiles wish;
        private final Remover remover = new Remover(setup.root());
        private final Map<LocalDate, NightCount> released = new TreeMap<>();
        private final Map<String, List<String>> keptWhy = new LinkedHashMap<>();
        private int gone;

        Round(Place place, Request request, ReleaseFiles wish) {
            this.place = place;
            this.request = request;
            this.wish = wish;
        }

        RequestAnswered done() throws InterruptedException {
            for (FileToRelease asked : wish.files()) {
                take(asked, outcome(asked));
            }
            return answer(request, keptWhy.isEmpty(), words(), List.copyOf(released.values()));
        }

        private ReleaseOutcome outcome(FileToRelease asked) throws InterruptedException {
            Instant now = setup.clock().instant();
            if (!asked.identity().unit().equals(request.unit())) {
                return new Kept("it is not of this unit");
            }
            String path = asked.identity().frame().path();
            Optional<Known> known = setup.known().of(place.folder() + path.substring(path.indexOf('/')));
            Optional<String> objection = setup.away()
                    .why(place.folder())
                    .or(() -> new ReleaseRule(
                                    setup.after().of(place.unit(), place.folder()),
                                    setup.kept()
                                            .of(place.folder(), asked.identity().type()))
                            .objection(asked, known, now));
            return objection.isPresent()
                    ? new Kept(objection.get())
                    : remover.remove(asked, known.orElseThrow(), wish.dryRun(), () -> tell(asked, known.orElseThrow()));
        }

        private void tell(FileToRelease asked, Known known) throws InterruptedException {
            setup.news()
                    .tell(new FrameReleased(
                            asked.identity(),
                            setup.clock().instant(),
                            known.frame().path(),
                            known.size(),
                            known.modified(),
                            asked.source(),
                            asked.archived(),
                            asked.verified(),
                            request.id()));
        }

        private void take(FileToRelease asked, ReleaseOutcome outcome) {
            String path = asked.identity().frame().value();
            if (outcome instanceof Released file) {
                LOG.info("{} {}", path, wish.dryRun() ? "would be released" : "is released: the archive has it");
                count(asked, file.size());
            } else if (outcome.whyKept().isPresent()) {
                LOG.warn("{} is not released: {}", path, outcome.whyKept().get());
                keptWhy.computeIfAbsent(outcome.whyKept().get(), why -> new ArrayList<>())
                        .add(path);
            } else {
                gone++;
            }
        }

        private void count(FileToRelease asked, long size) {
            LocalDate night =
                    asked.identity().night().orElseGet(() -> LocalDate.ofInstant(asked.archivedAt(), ZoneOffset.UTC));
            released.merge(
                    night,
                    new NightCount(night, 1, size),
                    (one, other) -> new NightCount(night, one.files() + other.files(), one.bytes() + other.bytes()));
        }

        private String words() {
            long files = released.values().stream().mapToLong(NightCount::files).sum();
            String done = (wish.dryRun() ? "would release " : "released ") + files + " of "
                    + wish.files().size() + " files";
            String left = gone == 0 ? "" : ", " + gone + " were gone already";
            return done + left + reasons();
        }

        /** A line for each reason: many files are mostly kept for the same one. */
        private String reasons() {
            String told = keptWhy.entrySet().stream()
                    .limit(REASONS_TOLD)
                    .map(why -> "\n  kept " + files(why.getValue()) + ": " + why.getKey())
                    .collect(Collectors.joining());
            int more = keptWhy.size() - REASONS_TOLD;
            return more > 0 ? told + "\n  and " + more + " more reasons; see the producer's log" : told;
        }

        private static String files(List<String> paths) {
            return paths.size() == 1 ? paths.get(0) : paths.size() + " files, " + paths.get(0) + " the first";
        }
    }

    @Override
    public void close() {
        threads.values().forEach(ExecutorService::shutdownNow);
    }
}

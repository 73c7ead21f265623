package dev.vigil.producer.judging;

import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.judging.Decision.Say;
import dev.vigil.producer.known.Known;
import dev.vigil.producer.known.KnownPaths;
import dev.vigil.producer.listing.Listing;
import dev.vigil.schemas.events.FrameAnnounced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps account of every path: what was said of it, what is seen of it, what is due to be said. It reads no file and asks
 * no clock, and belongs to one thread; but any thread may ask what is known of a path.
 */
public final class Sightings {
    private static final Comparator<Watched> FIRST = Comparator.comparing((Watched one) -> !one.wasNeverRead())
            .thenComparing(one -> one.sighting().modified(), Comparator.reverseOrder());

    private final Patience patience;
    private final Wording wording;
    private final KnownPaths known;
    private final Map<String, Map<String, Watched>> watched = new TreeMap<>();
    private final Map<String, Instant> lastNews = new TreeMap<>();

    public Sightings(Patience patience, Wording wording, KnownPaths known) {
        this.known = Objects.requireNonNull(known, "known");
        this.patience = Objects.requireNonNull(patience, "patience");
        this.wording = Objects.requireNonNull(wording, "wording");
    }

    /** Puts a decision into the words of an event. */
    public interface Wording {
        FrameAnnounced word(Sighting sighting, Say say, Instant now);

        /** Takes what is now said of a file in these words. */
        void said(Sighting sighting, FrameAnnounced announced);

        /** Takes what was said before. */
        public void learn(FrameAnnounced said);

        /** What is to be said again, because later frames showed more of it. */
        List<FrameAnnounced> more();

        /** What a file and its camera want, if not what all do. */
        Patience patienceFor(Sighting sighting, Patience usual);
    }

    /** Takes what was said before this process began. */
    public void learn(FrameAnnounced said) {
        known.learn(Known.of(said));
        wording.learn(said);
    }

    /** What was said of a unit before this process began is known now; what was arriving then is looked for. */
    public void remembers(String unit, Instant now) {
        for (Known open : known.open(unit)) {
            watchedOf(unit).put(open.frame().path(), new Watched(open.sighting(), now));
        }
    }

    /** The unit's disk is away, which says nothing of its files. */
    public void isUnreachable(String unit) {
        watchedOf(unit).values().forEach(Watched::forgetMiss);
    }

    public void see(Listing.Seen listing, Instant now) {
        lastNews.putIfAbsent(listing.unit(), now);
        listing.files().forEach(sighting -> see(sighting, now));
        Map<String, Watched> here = watchedOf(listing.unit());
        for (String path : listing.gone()) {
            Optional.ofNullable(here.get(path)).ifPresent(one -> one.miss(now));
        }
        forgetRenamed(listing);
    }

    private Map<String, Watched> watchedOf(String unit) {
        return watched.computeIfAbsent(unit, any -> new LinkedHashMap<>());
    }

    private Stream<Watched> allWatched() {
        return watched.values().stream().flatMap(here -> here.values().stream());
    }

    private void see(Sighting sighting, Instant now) {
        Map<String, Watched> here = watchedOf(sighting.unit());
        Watched one = here.get(sighting.path());
        if (one == null && known.settles(sighting)) {
            return;
        }
        boolean isNews = one == null || one.see(sighting, now);
        if (one == null) {
            here.put(sighting.path(), new Watched(sighting, now));
        }
        if (isNews) {
            lastNews.put(sighting.unit(), now);
        }
    }

    /** A file that was never spoken of and now has another name was only on its way to that name. */
    private void forgetRenamed(Listing.Seen listing) {
        Map<String, Watched> here = watchedOf(listing.unit());
        List<Watched> missing = here.values().stream()
                .filter(Watched::isMissing)
                .filter(one -> knownOf(one.sighting().path()).isEmpty())
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Map<String, Sighting> byKey = listing.files().stream()
                .filter(sighting -> sighting.key().isPresent())
                .collect(Collectors.toMap(s -> s.key().orElseThrow(), s -> s, (a, b) -> a));
        missing.stream()
                .map(Watched::sighting)
                .filter(old -> old.key()
                        .map(byKey::get)
                        .filter(other -> isRenamed(old, other))
                        .isPresent())
                .forEach(old -> here.remove(old.path()));
    }

    /** The number of a deleted file may be given to another one, so the number alone is no evidence. */
    private static boolean isRenamed(Sighting old, Sighting other) {
        return !old.path().equals(other.path())
                && !other.modified().isBefore(old.modified())
                && other.size() >= old.size();
    }

    /** Up to so many files of a unit that are to be read now, those never read before the others, and the newest first. They count as being read. */
    public List<Sighting> toRead(String unit, int atMost, Instant now) {
        if (atMost <= 0) {
            return List.of();
        }
        List<Watched> next = watchedOf(unit).values().stream()
                .filter(one -> one.isWorthReading(now, patience))
                .sorted(FIRST)
                .limit(atMost)
                .toList();
        next.forEach(one -> one.reading(now));
        return next.stream().map(Watched::sighting).toList();
    }

    /** Takes what reading a file showed, and how the file stood when it was read. */
    public void read(Sighting then, Examination examination, Instant now) {
        Watched one = watchedOf(then.unit()).get(then.path());
        if (one != null) {
            one.read(then, examination, now);
        }
    }

    /** All that is to be said now; once it is returned it counts as said. */
    public List<FrameAnnounced> due(Instant now) {
        List<FrameAnnounced> due = new ArrayList<>();
        for (Watched one : allWatched().toList()) {
            Decision decision = decide(one, now);
            if (decision instanceof Say say) {
                due.add(said(one.sighting(), say, now));
            } else if (decision instanceof Decision.Settled) {
                settle(one.sighting());
            }
        }
        due.addAll(wording.more());
        return due;
    }

    private Decision decide(Watched one, Instant now) {
        String path = one.sighting().path();
        Optional<Known> before = knownOf(path);
        if (one.isMissing()) {
            return one.missingFor(patience.vanished()) ? Deciding.vanished(path, before) : Decision.WAIT;
        }
        Patience here = wording.patienceFor(one.sighting(), patience);
        return one.evidence(now, here)
                .map(found -> Deciding.decide(path, before, found, one.waited(now), here))
                .orElse(Decision.WAIT);
    }

    private FrameAnnounced said(Sighting sighting, Say say, Instant now) {
        FrameAnnounced announced = wording.word(sighting, say, now);
        keep(sighting, announced);
        if (!Known.of(announced).isOpen()) {
            watchedOf(sighting.unit()).remove(sighting.path());
        }
        return announced;
    }

    private void keep(Sighting sighting, FrameAnnounced announced) {
        wording.said(sighting, announced);
        known.put(Known.of(announced));
        lastNews.put(sighting.unit(), announced.at());
    }

    /** Judges a file again that was judged before; what is news counts as said once it is returned. */
    public Again again(Examiner.Read read, FrameAnnounced before, Instant now) {
        Sighting sighting = read.then();
        Optional<Known> last = knownOf(sighting.path());
        Optional<String> obstacle = obstacle(read, last, Known.of(before));
        if (obstacle.isPresent()) {
            return new Again.Not(obstacle.get());
        }
        Decision decision = Deciding.again(sighting.path(), last.orElseThrow(), read.examination());
        if (!(decision instanceof Say say)) {
            return new Again.AsBefore();
        }
        FrameAnnounced announced = wording.word(sighting, say, now);
        if (Likeness.isLike(announced, before)) {
            return new Again.AsBefore();
        }
        keep(sighting, announced);
        return new Again.News(announced);
    }

    private Optional<String> obstacle(Examiner.Read read, Optional<Known> last, Known before) {
        return read.examination()
                .hindrance()
                .or(() -> last.filter(before::isTheSameWord).isPresent()
                        ? Optional.empty()
                        : Optional.of("its name was used again since: name the frame that has ~2, or more, behind it"))
                .or(() -> isMoving(read.then(), before)
                        ? Optional.of("its file changes, or has changed: it is judged by itself when that is over")
                        : Optional.empty());
    }

    private boolean isMoving(Sighting sighting, Known before) {
        return watchedOf(sighting.unit()).containsKey(sighting.path())
                || !knownOf(sighting.path()).orElse(before).settles(sighting);
    }

    private void settle(Sighting sighting) {
        Watched one = watchedOf(sighting.unit()).remove(sighting.path());
        if (!one.isMissing()) {
            knownOf(sighting.path()).ifPresent(before -> known.put(before.seenAs(sighting)));
        }
    }

    /** The paths of a unit of which the last word is not said. */
    public Set<String> watchedPaths(String unit) {
        return Set.copyOf(watchedOf(unit).keySet());
    }

    /** How many files of a unit wait for being read for the first time. */
    public int unread(String unit) {
        return (int) watchedOf(unit).values().stream()
                .filter(Watched::wasNeverRead)
                .filter(one -> !one.isMissing())
                .count();
    }

    /** What was last said of a path. */
    Optional<Known> knownOf(String path) {
        return known.of(path);
    }

    /** The source digest of a file, if it still stands as it was taken. */
    public Optional<String> digestOf(Sighting now) {
        return knownOf(now.path())
                .filter(before -> before.settles(now))
                .map(Known::standing)
                .filter(Known.IsTaken.class::isInstance)
                .map(standing -> ((Known.IsTaken) standing).source());
    }

    /** Since when nothing new was seen of a unit; empty while something seen is not yet spoken of. */
    public Optional<Instant> quietSince(String unit) {
        boolean pending =
                watchedOf(unit).values().stream().map(Watched::sighting).anyMatch(sighting -> !isOpen(sighting.path()));
        return pending ? Optional.empty() : Optional.ofNullable(lastNews.get(unit));
    }

    private boolean isOpen(String path) {
        return knownOf(path).filter(Known::isOpen).isPresent();
    }
}

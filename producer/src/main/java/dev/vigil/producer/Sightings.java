package dev.vigil.producer;

import dev.vigil.producer.Decision.Say;
import dev.vigil.schemas.events.FrameAnnounced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Keeps account of every path: what was said of it, what is seen of it, what is due to be said. It reads no file and asks
 * no clock, and belongs to one thread; but any thread may ask what is known of a path.
 */
final class Sightings {
    private final Patience patience;
    private final Wording wording;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Watched> watched = new LinkedHashMap<>();
    private final Set<Sighting> openBefore = new HashSet<>();
    private final Map<String, Instant> lastNews = new TreeMap<>();

    Sightings(Patience patience, Wording wording) {
        this.patience = Objects.requireNonNull(patience, "patience");
        this.wording = Objects.requireNonNull(wording, "wording");
    }

    /** Puts a decision into the words of an event. */
    interface Wording {
        FrameAnnounced word(Sighting sighting, Say say, Instant now);

        /** What a unit's camera wants, if not what all do. */
        Patience patienceWith(String unit, Patience usual);
    }

    /** Learns what was said before this process began. */
    void remember(Collection<Known> before) {
        before.forEach(one -> known.merge(one.frame().path(), one, (a, b) -> b.isNewerThan(a) ? b : a));
        known.forEach((path, one) -> {
            if (one.isOpen()) {
                openBefore.add(one.sighting());
            }
        });
    }

    void see(Listing listing, Instant now) {
        listing.units().forEach(unit -> lastNews.putIfAbsent(unit, now));
        listing.files().forEach(sighting -> see(sighting, now));
        missThoseOpenBefore(listing, now);
        for (String path : listing.gone()) {
            Optional.ofNullable(watched.get(path)).ifPresent(one -> one.miss(now));
        }
        forgetRenamed(listing);
    }

    /** What was arriving when the last process ended, and is no longer there, is missing. */
    private void missThoseOpenBefore(Listing listing, Instant now) {
        openBefore.removeIf(open -> {
            if (!listing.units().contains(open.unit())) {
                return false;
            }
            if (!watched.containsKey(open.path())
                    && knownOf(open.path()).filter(Known::isOpen).isPresent()) {
                Watched missing = new Watched(open, now);
                missing.miss(now);
                watched.put(open.path(), missing);
            }
            return true;
        });
    }

    private void see(Sighting sighting, Instant now) {
        String path = sighting.path();
        Watched one = watched.get(path);
        if (one == null && isSettled(sighting)) {
            return;
        }
        boolean isNews = one == null || one.see(sighting, now);
        if (one == null) {
            watched.put(path, new Watched(sighting, now));
        }
        if (isNews) {
            lastNews.put(sighting.unit(), now);
        }
    }

    private boolean isSettled(Sighting sighting) {
        Known before = known.get(sighting.path());
        return before != null && before.settles(sighting);
    }

    /** A file that was never spoken of and now has another name was only on its way to that name. */
    private void forgetRenamed(Listing listing) {
        List<Watched> missing = watched.values().stream()
                .filter(Watched::isMissing)
                .filter(one -> !known.containsKey(one.sighting().path()))
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
                .forEach(old -> watched.remove(old.path()));
    }

    /** The number of a deleted file may be given to another one, so the number alone is no evidence. */
    private static boolean isRenamed(Sighting old, Sighting other) {
        return !old.path().equals(other.path())
                && !other.modified().isBefore(old.modified())
                && other.size() >= old.size();
    }

    /** Up to so many files that are to be read now, those never read before the others. They count as being read. */
    List<Sighting> toRead(int atMost, Instant now) {
        List<Watched> next = watched.values().stream()
                .filter(one -> one.isWorthReading(now, patience))
                .sorted(Comparator.comparing(one -> !one.wasNeverRead()))
                .limit(Math.max(0, atMost))
                .toList();
        next.forEach(one -> one.reading(now));
        return next.stream().map(Watched::sighting).toList();
    }

    /** Takes what reading a file showed, and how the file stood when it was read. */
    void read(Sighting then, Examination examination, Instant now) {
        Watched one = watched.get(then.path());
        if (one != null) {
            one.read(then, examination, now);
        }
    }

    /** All that is to be said now; once it is returned it counts as said. */
    List<FrameAnnounced> due(Instant now) {
        List<FrameAnnounced> due = new ArrayList<>();
        for (Watched one : List.copyOf(watched.values())) {
            Decision decision = decide(one, now);
            if (decision instanceof Say say) {
                due.add(said(one.sighting(), say, now));
            } else if (decision instanceof Decision.Settled) {
                settle(one.sighting());
            }
        }
        return due;
    }

    private Decision decide(Watched one, Instant now) {
        String path = one.sighting().path();
        Optional<Known> before = Optional.ofNullable(known.get(path));
        if (one.isMissing()) {
            return one.missingFor(patience.vanished(), now) ? Deciding.vanished(path, before) : Decision.WAIT;
        }
        Patience here = wording.patienceWith(one.sighting().unit(), patience);
        return one.evidence(now, here)
                .map(found -> Deciding.decide(path, before, found, one.waited(now), here))
                .orElse(Decision.WAIT);
    }

    private FrameAnnounced said(Sighting sighting, Say say, Instant now) {
        FrameAnnounced announced = wording.word(sighting, say, now);
        Known said = Known.of(announced);
        known.put(sighting.path(), said);
        lastNews.put(sighting.unit(), now);
        if (!said.isOpen()) {
            watched.remove(sighting.path());
        }
        return announced;
    }

    private void settle(Sighting sighting) {
        Watched one = watched.remove(sighting.path());
        if (!one.isMissing()) {
            known.computeIfPresent(sighting.path(), (path, before) -> before.seenAs(sighting));
        }
    }

    /** The paths of which the last word is not said. */
    Set<String> watchedPaths() {
        return Set.copyOf(watched.keySet());
    }

    /** What was last said of a path. */
    Optional<Known> knownOf(String path) {
        return Optional.ofNullable(known.get(path));
    }

    /** The source digest of a file, if it still stands as it was taken. */
    Optional<String> digestOf(Sighting now) {
        return knownOf(now.path())
                .filter(before -> before.settles(now))
                .map(Known::standing)
                .filter(Known.IsTaken.class::isInstance)
                .map(standing -> ((Known.IsTaken) standing).source());
    }

    /** Since when nothing new was seen of a unit; empty while something seen is not yet spoken of. */
    Optional<Instant> quietSince(String unit) {
        boolean pending = watched.values().stream()
                .map(Watched::sighting)
                .anyMatch(sighting -> sighting.unit().equals(unit) && !isOpen(sighting.path()));
        return pending ? Optional.empty() : Optional.ofNullable(lastNews.get(unit));
    }

    private boolean isOpen(String path) {
        return knownOf(path).filter(Known::isOpen).isPresent();
    }
}

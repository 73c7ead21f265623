package dev.vigil.audit;

import dev.vigil.common.kafka.Newest;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.ledger.Ledger;
import dev.vigil.ledger.Unfetched;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.TakenFile;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topics;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks whether files that are still to be fetched lie on their telescopes' disks. A queue may be hours long, or wait for its hours,
 * and what vanishes meanwhile is to be told of while there may still be a copy at the telescope.
 */
public final class Lookout {
    /** A telescope's disk has other work; what is left over comes in the next look. */
    private static final Duration FOR_A_UNIT = Duration.ofSeconds(20);

    private final AuditSettings settings;
    private final Clock clock;
    private final Presence presence;
    private final Sources sources;
    private final Map<String, String> lastAsked = new HashMap<>();

    /**
     * What one look saw.
     *
     * @param unfetched every frame whose file is still to be fetched
     * @param there those of them whose file was seen
     * @param gone what is to be said of those whose file is not there
     */
    public record Seen(Set<FrameId> unfetched, Set<FrameId> there, Set<Difference> gone) {
        public Seen {
            unfetched = Set.copyOf(unfetched);
            there = Set.copyOf(there);
            gone = Set.copyOf(gone);
        }
    }

    public Lookout(AuditSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        Producers producers = new Producers(settings.token(), settings.trust());
        this.presence = new Presence(producers);
        this.sources = new Sources(producers);
    }

    /** What is to be said of a frame whose file is gone before it was fetched. */
    public static Difference gone(FrameId frame) {
        return AtSource.gone(frame);
    }

    /** Asks for as many files as fit into some seconds of each unit, and goes on there in the next look. */
    public Seen look() throws InterruptedException {
        List<Unfetched> unfetched = unfetched();
        Look look = new Look(unfetched.isEmpty() ? Map.of() : watched());
        Map<String, TreeMap<String, Unfetched>> ofUnits = unfetched.stream()
                .collect(Collectors.groupingBy(
                        Unfetched::unit,
                        Collectors.toMap(
                                each -> each.frame().value(), each -> each, (one, other) -> one, TreeMap::new)));
        for (Map.Entry<String, TreeMap<String, Unfetched>> unit : ofUnits.entrySet()) {
            look.at(unit.getKey(), unit.getValue());
        }
        return new Seen(unfetched.stream().map(Unfetched::frame).collect(Collectors.toSet()), look.there, look.gone);
    }

    private List<Unfetched> unfetched() {
        try (Ledger ledger = Ledger.reading(settings.ledger())) {
            return ledger.frames().unfetched();
        }
    }

    /** The units whose producers speak now and reach their disks: of another one nobody can say what lies there. */
    private Map<String, UnitAlive> watched() throws InterruptedException {
        Instant since = clock.instant().minus(UnitSaid.NOW);
        try (Newest<UnitAlive> lately = Newest.since(settings.kafka(), Topics.UNITS_ALIVE, since)) {
            return lately.untilNow().said(WireFormat.of(settings.registry())).all().stream()
                    .filter(UnitAlive::rootReachable)
                    .collect(Collectors.toMap(UnitAlive::unit, said -> said));
        }
    }

    private final class Look {
        private final Map<String, UnitAlive> watched;
        private final Set<FrameId> there = new HashSet<>();
        private final Set<Difference> gone = new LinkedHashSet<>();

        Look(Map<String, UnitAlive> watched) {
            this.watched = watched;
        }

        void at(String unit, TreeMap<String, Unfetched> unfetched) throws InterruptedException {
            if (!watched.containsKey(unit)) {
                return;
            }
            Instant until = clock.instant().plus(FOR_A_UNIT);
            String begin = lastAsked.getOrDefault(unit, "");
            List<Unfetched> inTurn = Stream.concat(
                            unfetched.tailMap(begin, false).values().stream(),
                            unfetched.headMap(begin, true).values().stream())
                    .toList();
            for (Unfetched each : inTurn) {
                Optional<Boolean> isThere = presence.of(each.path(), locations(each, watched.get(unit)));
                if (isThere.isEmpty()) {
                    list(unit, inTurn);
                    return;
                }
                tell(each, isThere.get());
                lastAsked.put(unit, each.frame().value());
                if (clock.instant().isAfter(until)) {
                    return;
                }
            }
        }

        private static List<URI> locations(Unfetched file, UnitAlive unit) {
            return TakenFile.locations(unit.places(), file.path(), List.of());
        }

        private void tell(Unfetched file, boolean isThere) {
            if (isThere) {
                there.add(file.frame());
            } else if (file.firstSeen().isBefore(clock.instant().minus(Comparison.UNDER_WAY))) {
                gone.add(gone(file.frame()));
            }
        }

        /** A folder in which nothing is left may be a disk that is not mounted: of single files nobody can tell then, and a listing knows. */
        private void list(String unit, List<Unfetched> files) throws InterruptedException {
            Unfetched one = files.get(0);
            List<URI> locations = locations(one, watched.get(unit));
            Sighted offered = new Sighted(1, one.path(), 0, one.firstSeen(), one.firstSeen(), true, locations);
            Set<String> paths = files.stream().map(Unfetched::path).collect(Collectors.toSet());
            SourceSide side =
                    sources.list(Map.of(unit, new UnitSaid(offered)), Set.of(unit), (u, night) -> false, paths);
            if (side.isKnown(unit)) {
                files.forEach(file -> tell(file, side.find(file.path()).isPresent()));
            }
        }
    }
}

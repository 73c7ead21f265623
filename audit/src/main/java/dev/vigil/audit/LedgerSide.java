package dev.vigil.audit;

import dev.vigil.ledger.Sightings;
import dev.vigil.ledger.Standing;
import dev.vigil.schemas.events.FrameId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the ledger says of the files of some nights. */
final class LedgerSide {
    private final Map<FrameId, Standing> standings = new HashMap<>();
    private final Map<FrameId, Integer> sightings = new HashMap<>();
    private final Map<String, Holding> holdings = new HashMap<>();

    void add(FrameId frame, Standing standing) {
        standings.put(frame, standing);
    }

    void add(Sightings announced) {
        sightings.put(announced.frame(), announced.times());
    }

    void add(Holding holding) {
        if (holding.isToStay()) {
            holdings.put(name(holding), holding);
        }
    }

    private static String name(Holding holding) {
        return holding.owner().name() + " " + holding.file().key() + " "
                + holding.file().digest();
    }

    Optional<Standing> standing(FrameId frame) {
        return Optional.ofNullable(standings.get(frame));
    }

    /** How often it was announced. */
    int sightings(FrameId frame) {
        return sightings.getOrDefault(frame, 0);
    }

    Set<FrameId> frames() {
        return standings.keySet();
    }

    boolean holds(Holding holding) {
        return holdings.containsKey(name(holding));
    }

    List<Holding> holdings() {
        return List.copyOf(holdings.values());
    }
}

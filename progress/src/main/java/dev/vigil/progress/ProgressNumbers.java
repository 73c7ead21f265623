package dev.vigil.progress;

import dev.vigil.common.front.Front;
import dev.vigil.common.kafka.DeadLetterCount;
import dev.vigil.progress.standing.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What dashboards and alerts ask: frames by unit and standing, what was heard of each unit, how many dead letters there are. */
final class ProgressNumbers {
    private static final List<String> BY_UNIT = List.of("unit");
    private static final double MILLISECONDS = 1000;

    private final ProgressQueries queries;

    private ProgressNumbers(ProgressQueries queries) {
        this.queries = queries;
    }

    static void publish(Front front, ProgressQueries queries, DeadLetterCount deadLetters) {
        ProgressNumbers numbers = new ProgressNumbers(queries);
        front.numbers("vigil.frames", List.of("unit", "standing"), queries::framesByUnitAndStanding);
        front.numbers("vigil.unit.reachable", BY_UNIT, numbers::reachable);
        front.numbers("vigil.unit.scanned.timestamp.seconds", BY_UNIT, numbers::scanned);
        front.numbers("vigil.dead.letters", List.of(), () -> Map.of(List.of(), (double) deadLetters.now()));
    }

    private Map<List<String>, Double> reachable() {
        Map<List<String>, Double> found = new HashMap<>();
        queries.sites().forEach((unit, site) -> found.put(List.of(unit), site.equals(Site.UNHEARD) ? 0.0 : 1.0));
        return found;
    }

    private Map<List<String>, Double> scanned() {
        Map<List<String>, Double> found = new HashMap<>();
        queries.sites()
                .forEach((unit, site) ->
                        site.scannedUpTo().ifPresent(at -> found.put(List.of(unit), at.toEpochMilli() / MILLISECONDS)));
        return found;
    }
}

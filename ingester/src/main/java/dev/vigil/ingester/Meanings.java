package dev.vigil.ingester;

import dev.vigil.instruments.checks.Measurable;
import dev.vigil.ledger.Meaning;
import java.util.List;
import java.util.stream.Stream;

/** The declared list of what can be measured, as the ledger keeps it. */
final class Meanings {
    private Meanings() {}

    static List<Meaning> all() {
        return Stream.of(Measurable.values()).map(Meanings::of).toList();
    }

    private static Meaning of(Measurable what) {
        return switch (what.carrier()) {
            case FRAME -> Meaning.ofFrames(what.key(), what.unit(), what.meaning());
            case MASTER -> Meaning.ofMasters(what.key(), what.unit(), what.meaning(), what.carried());
            case CHECK -> Meaning.ofChecks(what.key(), what.unit(), what.meaning());
        };
    }
}

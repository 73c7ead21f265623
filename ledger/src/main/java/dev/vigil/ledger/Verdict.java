package dev.vigil.ledger;

import dev.vigil.schemas.events.Arriving;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Stalled;
import java.util.Locale;
import java.util.Optional;

/**
 * A judgement as it stands in columns.
 *
 * @param judgement its name
 * @param category of a refusal
 * @param reason why, or the rule
 * @param remedy what a person can do
 */
record Verdict(String judgement, Optional<String> category, Optional<String> reason, Optional<String> remedy) {
    static Verdict of(Judgement judgement) {
        String name = judgement.getClass().getSimpleName().toUpperCase(Locale.ROOT);
        if (judgement instanceof Refused refused) {
            return new Verdict(
                    name,
                    Optional.of(refused.category().name()),
                    Optional.of(refused.reason()),
                    Optional.of(refused.remedy()));
        }
        return new Verdict(name, Optional.empty(), why(judgement), remedy(judgement));
    }

    private static Optional<String> remedy(Judgement judgement) {
        return judgement instanceof Stalled stalled ? Optional.of(stalled.remedy()) : Optional.empty();
    }

    private static Optional<String> why(Judgement judgement) {
        if (judgement instanceof Arriving arriving) {
            return Optional.of(arriving.why());
        }
        if (judgement instanceof Stalled stalled) {
            return Optional.of(stalled.why());
        }
        if (judgement instanceof Excluded excluded) {
            return Optional.of(excluded.rule());
        }
        return Optional.empty();
    }
}

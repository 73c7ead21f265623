package dev.vigil.scheduler.state;

import dev.vigil.scheduler.association.Member;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.association.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The counts of the sets that had news lately, which follow from the members in the store and are counted there only once. */
final class Tallies {
    private static final int MOST = 1000;

    private final Map<SetKey, Tally> lately = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SetKey, Tally> eldest) {
            return size() > MOST;
        }
    };

    Tally of(SetKey set, Supplier<Tally> counting) {
        Tally known = lately.get(set);
        if (known != null) {
            return known;
        }
        Tally counted = counting.get();
        lately.put(set, counted);
        return counted;
    }

    /** A member takes the place of what the frame was in the set before. */
    void replace(SetKey set, Optional<Member> before, Optional<Member> after) {
        lately.computeIfPresent(set, (key, tally) -> {
            Tally less = before.map(tally::without).orElse(tally);
            return after.map(less::with).orElse(less);
        });
    }
}

package dev.vigil.scheduler.association;

import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterNeed;
import dev.vigil.schemas.events.Need;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Settles all needs of a frame or a set together. */
public final class Resolver {
    /** Flats are built last, of the other masters: whoever waits for one of each waits for the flat. */
    private static final Comparator<MasterNeed> LAST_BUILT_FIRST =
            Comparator.comparing(MasterNeed::kind).reversed();

    private Resolver() {}

    /** What the needs come to, given how each is chosen. */
    public static Resolution resolve(List<MasterNeed> needs, Function<MasterNeed, Choice> choosing) {
        List<MasterBuilt> masters = new ArrayList<>();
        List<CalibrationSet> awaited = new ArrayList<>();
        List<MasterNeed> ordered = needs.stream().sorted(LAST_BUILT_FIRST).toList();
        for (MasterNeed need : ordered) {
            Choice choice = choosing.apply(need);
            if (choice instanceof Choice.WaitFor waiting) {
                awaited.add(waiting.set());
            } else if (choice instanceof Choice.Use use) {
                masters.add(0, use.master());
            } else if (choice instanceof Choice.None none && need.need() == Need.REQUIRED && awaited.isEmpty()) {
                return new Resolution.Missing(need.kind(), none.why());
            }
        }
        return awaited.isEmpty() ? new Resolution.Ready(masters) : new Resolution.OnItsWay(awaited);
    }
}

package dev.vigil.scheduler.association;

import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterKind;
import java.util.List;
import java.util.Objects;

/** What all needs for masters together come to. */
public sealed interface Resolution {

    /**
     * Work can begin.
     *
     * @param masters the masters to use, by kind
     */
    record Ready(List<MasterBuilt> masters) implements Resolution {
        public Ready {
            masters = List.copyOf(masters);
        }
    }

    /**
     * Sets are waited for.
     *
     * @param sets the sets, the one that comes last first
     */
    record OnItsWay(List<CalibrationSet> sets) implements Resolution {
        public OnItsWay {
            sets = List.copyOf(sets);
        }

        /** The set to be waited for, if none of the others is already. */
        public CalibrationSet set() {
            return sets.get(0);
        }
    }

    /**
     * A required master is missing, and nothing is on its way to make it.
     *
     * @param kind the kind
     * @param why what there is instead
     */
    record Missing(MasterKind kind, String why) implements Resolution {
        public Missing {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(why, "why");
        }
    }
}

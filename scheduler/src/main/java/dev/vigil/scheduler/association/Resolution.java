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
     * A set is waited for.
     *
     * @param set the set
     */
    record OnItsWay(CalibrationSet set) implements Resolution {
        public OnItsWay {
            Objects.requireNonNull(set, "set");
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

package dev.vigil.scheduler.association;

import dev.vigil.schemas.events.MasterBuilt;
import java.util.Objects;

/** What one need for a master comes to. */
public sealed interface Choice {

    /**
     * This master serves.
     *
     * @param master the master
     */
    record Use(MasterBuilt master) implements Choice {
        public Use {
            Objects.requireNonNull(master, "master");
        }
    }

    /**
     * A better one is on its way.
     *
     * @param set the set that will make it
     */
    record WaitFor(CalibrationSet set) implements Choice {
        public WaitFor {
            Objects.requireNonNull(set, "set");
        }
    }

    /**
     * There is none.
     *
     * @param why what there is instead
     */
    record None(String why) implements Choice {
        public None {
            Objects.requireNonNull(why, "why");
        }
    }
}

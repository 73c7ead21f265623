package dev.vigil.audit;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.MasterId;

/** Whose a file of the archive is. */
public sealed interface Owner {
    /** The name by which people know it. */
    String name();

    /** The frame itself, as the telescope wrote it. */
    record Frame(FrameId frame, int revision) implements Owner {
        @Override
        public String name() {
            return frame.value();
        }
    }

    /** What the quick look made of a frame. */
    record QuickLook(FrameId frame, int revision) implements Owner {
        @Override
        public String name() {
            return frame.value();
        }
    }

    /** What a reduction made of a frame. */
    record Reduction(FrameId frame, int revision, String reduction) implements Owner {
        @Override
        public String name() {
            return frame.value();
        }
    }

    /** A master calibration. */
    record Master(MasterId master) implements Owner {
        @Override
        public String name() {
            return master.value();
        }
    }
}

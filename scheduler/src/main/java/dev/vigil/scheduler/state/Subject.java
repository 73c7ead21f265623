package dev.vigil.scheduler.state;

import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.policy.Desk;
import dev.vigil.scheduler.policy.Urgency;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.Stage;
import java.util.Objects;

/** What a task or a wait is about. */
public sealed interface Subject {

    /** The desk that does it. */
    Desk desk();

    /** How urgent it is there. */
    Urgency urgency();

    /** A name that sorts it among others of the same exposure. */
    String name();

    /**
     * One stage of a frame.
     *
     * @param frame the frame
     * @param revision its revision
     * @param stage transfer, recording by other software, quick look or reduction
     */
    record OfFrame(FrameId frame, int revision, Stage stage) implements Subject {
        public OfFrame {
            Objects.requireNonNull(frame, "frame");
            Objects.requireNonNull(stage, "stage");
        }

        @Override
        public Desk desk() {
            boolean isTransfers = stage == Stage.TRANSFER || stage == Stage.RECORDING;
            return isTransfers ? Desk.TRANSFERS : Desk.REDUCTIONS;
        }

        @Override
        public Urgency urgency() {
            return stage == Stage.QUICK_LOOK ? Urgency.LOOK : Urgency.USUAL;
        }

        @Override
        public String name() {
            return frame.value();
        }
    }

    /**
     * One version of a set's master.
     *
     * @param set the set
     * @param version the version
     */
    record OfSet(SetKey set, int version) implements Subject {
        public OfSet {
            Objects.requireNonNull(set, "set");
        }

        @Override
        public Desk desk() {
            return Desk.REDUCTIONS;
        }

        @Override
        public Urgency urgency() {
            return Urgency.BUILD;
        }

        @Override
        public String name() {
            return set.toString();
        }
    }
}

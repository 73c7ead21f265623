package dev.vigil.audit;

import dev.vigil.schemas.events.FrameId;
import java.util.Objects;
import java.util.Optional;

/** What puts a difference right. */
public sealed interface Repair {
    /** In words, to a person. */
    String words();

    /** Only a person can. */
    record ByHand(String words) implements Repair {
        public ByHand {
            Objects.requireNonNull(words, "words");
        }
    }

    /** The events of a frame or master are sent once more; whoever has them already is not disturbed. */
    record TellAgain(String name) implements Repair {
        public TellAgain {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public String words() {
            return "vigil verify --repair sends its events again";
        }
    }

    /** The frame is fetched once more; a damaged copy is set aside first. */
    record FetchAgain(FrameId frame, Optional<String> setAside) implements Repair {
        public FetchAgain {
            Objects.requireNonNull(frame, "frame");
            Objects.requireNonNull(setAside, "setAside");
        }

        @Override
        public String words() {
            return "vigil verify --repair " + (setAside.isPresent() ? "sets the damaged copy aside and " : "")
                    + "fetches it again";
        }
    }

    /** The frame is looked at once more; a damaged picture is set aside first. */
    record LookAgain(FrameId frame, Optional<String> setAside) implements Repair {
        public LookAgain {
            Objects.requireNonNull(frame, "frame");
            Objects.requireNonNull(setAside, "setAside");
        }

        @Override
        public String words() {
            return "vigil verify --repair " + (setAside.isPresent() ? "sets the damaged file aside and " : "")
                    + "makes its quick look again";
        }
    }

    /** The frame is reduced once more; a damaged product is set aside first. */
    record ReduceAgain(FrameId frame, Optional<String> setAside) implements Repair {
        public ReduceAgain {
            Objects.requireNonNull(frame, "frame");
            Objects.requireNonNull(setAside, "setAside");
        }

        @Override
        public String words() {
            return "vigil verify --repair " + (setAside.isPresent() ? "sets the damaged product aside and " : "")
                    + "reduces it again";
        }
    }
}

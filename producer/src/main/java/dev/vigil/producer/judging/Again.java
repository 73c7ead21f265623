package dev.vigil.producer.judging;

import dev.vigil.schemas.events.FrameAnnounced;
import java.util.Objects;

/** What came of judging a file again. */
public sealed interface Again {
    /** This is to be said now. */
    record News(FrameAnnounced event) implements Again {
        public News {
            Objects.requireNonNull(event, "event");
        }
    }

    /** The same as before, so there is nothing to say. */
    record AsBefore() implements Again {}

    /** It cannot be judged now. */
    record Not(String why) implements Again {
        public Not {
            Objects.requireNonNull(why, "why");
        }
    }
}

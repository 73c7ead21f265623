package dev.vigil.producer.judging;

import dev.vigil.schemas.events.FrameId;
import java.util.List;
import java.util.Objects;

/** What is to be said of a path now. */
public sealed interface Decision {
    /** Nothing yet: more time must pass, or the file must change. */
    record Wait() implements Decision {}

    /** Nothing, for it was said before. */
    record Settled() implements Decision {}

    /** This verdict, for this revision of this frame. */
    record Say(FrameId frame, int revision, Verdict verdict, List<String> flags) implements Decision {
        public Say {
            Objects.requireNonNull(frame, "frame");
            Objects.requireNonNull(verdict, "verdict");
            flags = List.copyOf(flags);
        }
    }

    Decision WAIT = new Wait();
    Decision SETTLED = new Settled();
}

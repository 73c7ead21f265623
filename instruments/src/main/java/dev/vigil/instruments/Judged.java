package dev.vigil.instruments;

import java.util.Objects;

/** What a profile says of a complete file. */
public sealed interface Judged {
    /** The frame is taken as this. */
    record Described(FrameDescription frame) implements Judged {
        public Described {
            Objects.requireNonNull(frame, "frame");
        }
    }

    /** A named rule keeps the frame from being reduced. */
    record Excluded(String rule, FrameDescription frame) implements Judged {
        public Excluded {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(frame, "frame");
        }
    }

    /** The headers do not say enough, or say what cannot be; the remedy is for the person who reads it. */
    record Refused(RefusalCategory category, String reason, String remedy, FrameNumbers numbers) implements Judged {
        public Refused {
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(remedy, "remedy");
            Objects.requireNonNull(numbers, "numbers");
        }
    }
}

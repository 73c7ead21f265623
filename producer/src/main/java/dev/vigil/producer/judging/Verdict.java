package dev.vigil.producer.judging;

import dev.vigil.instruments.FrameDescription;
import dev.vigil.instruments.FrameNumbers;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the producer makes of a file, before it is put into the words of an event. */
public sealed interface Verdict {
    /** The headers may be here before the data, and say what it will be. */
    record Arriving(String why, Optional<FrameDescription> begun) implements Verdict {}

    record Stalled(String why, Instant since, String remedy, Optional<FrameDescription> begun) implements Verdict {}

    record Taken(Bytes bytes, FrameDescription frame) implements Verdict {}

    record Excluded(String rule, Bytes bytes, FrameDescription frame) implements Verdict {}

    /** A file that is no frame goes to the archive with the night, and no further. */
    record Beside(Bytes bytes) implements Verdict {}

    /** Its headers may have said enough to count it. */
    record Refused(FailureCategory category, String reason, String remedy, Optional<FrameNumbers> numbers)
            implements Verdict {
        public Refused(FailureCategory category, String reason, String remedy) {
            this(category, reason, remedy, Optional.empty());
        }

        /** The same for a reason in other words. */
        Refused because(String words) {
            return new Refused(category, words, remedy, numbers);
        }
    }

    /** The digests of a complete file. */
    record Bytes(Sha256 source, Sha256 content, List<Sha256> pixels) {
        public Bytes {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(content, "content");
            pixels = List.copyOf(pixels);
        }
    }
}

package dev.vigil.cli;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.schemas.topics.Topics;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the progress topic says of frames, of as many as are wanted. */
final class Frames {
    private Frames() {}

    /** The last word on each frame that is wanted, by id; the others are not kept. What cannot be read is said, and passed by. */
    static List<Frame> read(KafkaSettings settings, Predicate<Frame> wanted, PrintWriter err) {
        LastWords<Frame> frames =
                new LastWords<>((key, value) -> frame(key, value, err).filter(wanted));
        try (TopicReader reader = TopicReader.fromBeginning(settings, Topics.PROGRESS_FRAMES.name())) {
            reader.untilEnd(frames::take);
        }
        return frames.all();
    }

    private static Optional<Frame> frame(String key, byte[] value, PrintWriter err) {
        try {
            return Optional.of(Frame.of(value));
        } catch (IllegalArgumentException e) {
            err.println("vigil: passed by what is said of " + key + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}

package dev.vigil.cli;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.schemas.topics.Topics;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the progress topic says of frames, of as many as are wanted. */
final class Frames {
    private Frames() {}

    /** The last word on each frame that is wanted, by id; the others are not kept. What cannot be read is said, and passed by. */
    static List<Frame> read(KafkaSettings settings, Predicate<Frame> wanted, PrintWriter err) {
        Map<String, Frame> byKey = new TreeMap<>();
        try (TopicReader reader = TopicReader.fromBeginning(settings, Topics.PROGRESS_FRAMES.name())) {
            reader.untilEnd(record -> {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                frame(key, record, err)
                        .filter(wanted)
                        .ifPresentOrElse(frame -> byKey.put(key, frame), () -> byKey.remove(key));
            });
        }
        return List.copyOf(byKey.values());
    }

    private static Optional<Frame> frame(String key, ConsumerRecord<byte[], byte[]> record, PrintWriter err) {
        try {
            return Optional.ofNullable(record.value()).map(Frame::of);
        } catch (IllegalArgumentException e) {
            err.println("vigil: passed by what is said of " + key + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}

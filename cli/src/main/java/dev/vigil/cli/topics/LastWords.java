package dev.vigil.cli.topics;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.schemas.topics.Topic;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The last word on each key of a topic, in the order of the keys; a key that is taken back, or not wanted, has none. */
public final class LastWords<T> {
    private final BiFunction<String, byte[], Optional<T>> wanted;
    private final Map<String, T> byKey = new TreeMap<>();
    private final Map<String, String> passedBy = new TreeMap<>();

    public LastWords(BiFunction<String, byte[], Optional<T>> wanted) {
        this.wanted = wanted;
    }

    /** Takes all that was said on a topic until now. */
    public void untilNow(KafkaSettings kafka, Topic<?> topic) {
        try (TopicReader reader = TopicReader.fromBeginning(kafka, topic.name())) {
            reader.untilEnd(this::take);
        }
    }

    public void take(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        byKey.remove(key);
        passedBy.remove(key);
        try {
            Optional.ofNullable(record.value())
                    .flatMap(value -> wanted.apply(key, value))
                    .ifPresent(word -> byKey.put(key, word));
        } catch (IllegalArgumentException unreadable) {
            passedBy.put(key, unreadable.getMessage());
        }
    }

    /** Names the keys whose last word cannot be read; the others are as true as before. */
    public void sayPassedBy(PrintWriter err) {
        passedBy.values().forEach(what -> err.println("vigil: passed by " + what));
    }

    public List<T> all() {
        return List.copyOf(byKey.values());
    }
}

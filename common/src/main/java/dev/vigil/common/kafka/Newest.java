package dev.vigil.common.kafka;

import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.avro.UnknownSchemaException;
import dev.vigil.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The newest record of each key of a topic: for whoever asks how things are, and not what was said before. Only these are ever
 * decoded, and only when they are asked for.
 *
 * @param <T> what the records say
 */
public final class Newest<T> implements AutoCloseable {
    private final Topic<T> topic;
    private final TopicReader reader;
    private final Map<String, byte[]> words = new TreeMap<>();

    private Newest(Topic<T> topic, TopicReader reader) {
        this.topic = topic;
        this.reader = reader;
    }

    /** Opens a topic at what was said from a time on; nothing is read yet. */
    public static <T> Newest<T> since(KafkaSettings kafka, Topic<T> topic, Instant time) {
        return new Newest<>(topic, TopicReader.since(kafka, topic.name(), time));
    }

    /** Opens a topic at the oldest that it keeps; nothing is read yet. */
    public static <T> Newest<T> ofAll(KafkaSettings kafka, Topic<T> topic) {
        return new Newest<>(topic, TopicReader.fromBeginning(kafka, topic.name()));
    }

    /** Reads up to what is now the end. */
    public Newest<T> untilNow() {
        reader.untilEnd(this::take);
        return this;
    }

    /** Reads what comes within a time. */
    public void listen(Duration time) {
        reader.next(time, this::take);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() != null && record.value() != null) {
            words.put(new String(record.key(), StandardCharsets.UTF_8), record.value());
        }
    }

    /** The keys of which something was said. */
    public Set<String> keys() {
        return Set.copyOf(words.keySet());
    }

    /** What was said last of a key, if anything was that can be decoded. */
    public Optional<T> said(String key, WireFormat format) throws InterruptedException {
        try {
            return words.containsKey(key) ? Optional.of(format.decode(topic, words.get(key))) : Optional.empty();
        } catch (UndecodableException deadLetter) {
            return Optional.empty();
        }
    }

    /** What they say. It needs the schema registry, and waits for one that is away. */
    public Said<T> said(WireFormat format) throws InterruptedException {
        List<T> all = new ArrayList<>();
        long unknown = 0;
        for (byte[] word : words.values()) {
            try {
                all.add(format.decode(topic, word));
            } catch (UnknownSchemaException newer) {
                unknown++;
            } catch (UndecodableException deadLetter) {
                // Those who follow the topic have parked it; here it only tells nothing.
            }
        }
        return new Said<>(all, unknown);
    }

    /**
     * What the newest records say.
     *
     * @param all those that could be decoded, in the order of their keys
     * @param unknown how many have a schema that this version does not know
     */
    public record Said<T>(List<T> all, long unknown) {
        public Said {
            all = List.copyOf(all);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}

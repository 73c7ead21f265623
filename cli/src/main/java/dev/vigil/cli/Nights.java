package dev.vigil.cli;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the progress topic says of every night, kept up to date: the same numbers that Kafka's console tools print. */
public final class Nights implements AutoCloseable {
    private final TopicReader reader;
    private final Map<String, Night> byKey = new TreeMap<>();

    private Nights(TopicReader reader) {
        this.reader = reader;
    }

    /** Reads what has been said until now. */
    public static Nights read(KafkaSettings settings) {
        Nights nights = new Nights(TopicReader.fromBeginning(settings, Topics.PROGRESS_NIGHTS.name()));
        nights.reader.untilEnd(nights::take);
        return nights;
    }

    /** Waits a while for news. */
    public void refresh(Duration time) {
        reader.next(time, this::take);
    }

    /** Every night, the newest first. */
    public List<Night> all() {
        return byKey.values().stream()
                .sorted(Comparator.comparing(Night::night).reversed().thenComparing(Night::unit))
                .toList();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            byKey.remove(key);
        } else {
            byKey.put(key, Night.of(record.value()));
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}

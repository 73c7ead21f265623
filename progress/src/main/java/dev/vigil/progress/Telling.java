package dev.vigil.progress;

import dev.vigil.common.kafka.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** Makes records of the progress topics. */
final class Telling {
    private Telling() {}

    static <V> Record<byte[], V> of(String type, String key, V value, long at) {
        RecordHeaders headers = new RecordHeaders(EventHeaders.of("progress", type, key, Instant.ofEpochMilli(at)));
        return new Record<>(key.getBytes(StandardCharsets.UTF_8), value, at, headers);
    }
}

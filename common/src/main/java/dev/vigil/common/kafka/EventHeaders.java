package dev.vigil.common.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The headers of every event: CloudEvents' attributes, and a trace. The trace's number follows from the key, so that all that happens to
 * a frame is one trace, whoever says it.
 */
public final class EventHeaders {
    private EventHeaders() {}

    /** The headers of an event of a type, about a key, said by a source. */
    public static List<Header> of(String source, String type, String key, Instant at) {
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", UUID.randomUUID().toString()),
                header("ce_source", "/vigil/" + source),
                header("ce_type", "dev.vigil." + type),
                header("ce_time", at.toString()),
                header("ce_subject", key),
                header("traceparent", "00-" + trace(key) + "-" + span() + "-01"));
    }

    static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    static String trace(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String span() {
        long number = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        return HexFormat.of()
                .formatHex(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }
}

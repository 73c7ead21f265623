package dev.vigil.common.kafka;

import dev.vigil.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** A record that cannot be decoded or handled, with its bytes, its cause and where it came from. It can be sent again. */
public final class DeadLetter {
    public static final String CAUSE = "vigil.cause";
    public static final String SERVICE = "vigil.service";
    public static final String TOPIC = "vigil.topic";
    public static final String PARTITION = "vigil.partition";
    public static final String OFFSET = "vigil.offset";
    public static final String AT = "vigil.at";

    /** What parking adds to the headers of a record. */
    public static final Set<String> ADDED = Set.of(CAUSE, SERVICE, TOPIC, PARTITION, OFFSET, AT);

    private DeadLetter() {}

    /** The headers that say where a record came from and why it was parked, behind its own. */
    public static List<Header> headers(
            Iterable<Header> own, String service, String topic, int partition, long offset, String cause, Instant at) {
        List<Header> headers = new ArrayList<>();
        own.forEach(headers::add);
        headers.add(EventHeaders.header(CAUSE, cause));
        headers.add(EventHeaders.header(SERVICE, service));
        headers.add(EventHeaders.header(TOPIC, topic));
        headers.add(EventHeaders.header(PARTITION, Integer.toString(partition)));
        headers.add(EventHeaders.header(OFFSET, Long.toString(offset)));
        headers.add(EventHeaders.header(AT, at.toString()));
        return headers;
    }

    static ProducerRecord<byte[], byte[]> of(
            ConsumerRecord<byte[], byte[]> record, String service, Throwable cause, Instant at) {
        List<Header> headers = headers(
                record.headers(), service, record.topic(), record.partition(), record.offset(), words(cause), at);
        return new ProducerRecord<>(Topics.DEAD_LETTERS.name(), null, record.key(), record.value(), headers);
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }

    /** The text of a header, or empty. */
    public static String text(org.apache.kafka.common.header.Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

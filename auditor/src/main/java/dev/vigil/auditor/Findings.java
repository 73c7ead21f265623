package dev.vigil.auditor;

import dev.vigil.audit.Difference;
import dev.vigil.audit.Lookout;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.schemas.topics.UnitPartitioner;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is different now: on the topic {@code audit.differences}, in the metrics, and each new one once in the log. */
final class Findings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Findings.class);
    private static final String READ = "#read";

    private final KafkaProducer<byte[], byte[]> producer;
    private final Clock clock;
    private final Map<String, Difference> ofRounds = new HashMap<>();
    private final Map<String, Difference> ofReading = new HashMap<>();
    private final Set<String> saidBefore;

    private Findings(KafkaProducer<byte[], byte[]> producer, Set<String> saidBefore, Clock clock) {
        this.producer = producer;
        this.saidBefore = new HashSet<>(saidBefore);
        this.clock = clock;
    }

    /** What an earlier auditor found is taken back by the first round that does not find it. */
    static Findings open(KafkaSettings kafka, MeterRegistry meters, Clock clock) {
        Map<String, Object> client = kafka.client("vigil-auditor-writer");
        client.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, UnitPartitioner.class);
        client.put(ProducerConfig.ACKS_CONFIG, "all");
        Findings findings = new Findings(
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer()),
                saidBefore(kafka),
                clock);
        for (Difference.Kind kind : Difference.Kind.values()) {
            Gauge.builder("vigil.audit.differences", () -> findings.count(kind))
                    .tag("kind", kind.word())
                    .register(meters);
        }
        return findings;
    }

    private static Set<String> saidBefore(KafkaSettings kafka) {
        Set<String> keys = new HashSet<>();
        try (TopicReader reader = TopicReader.fromBeginning(kafka, Topics.AUDIT_DIFFERENCES.name())) {
            reader.untilEnd(record -> {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                if (record.value() == null) {
                    keys.remove(key);
                } else {
                    keys.add(key);
                }
            });
        }
        return keys;
    }

    private synchronized int count(Difference.Kind kind) {
        return (int) Stream.concat(ofRounds.values().stream(), ofReading.values().stream())
                .filter(each -> each.kind() == kind)
                .count();
    }

    /**
     * A round is over, and these are all the differences that can be seen without reading files. Of units whose disks did not answer
     * nobody knows whether what was found there before is put right.
     */
    synchronized void round(Collection<Difference> found, Set<String> silentUnits) {
        Map<String, Difference> now = new HashMap<>();
        found.forEach(difference -> now.put(key(difference), difference));
        Set<String> before = new HashSet<>(ofRounds.keySet());
        saidBefore.stream().filter(key -> !key.endsWith(READ)).forEach(before::add);
        before.removeIf(key -> now.containsKey(key) || isOfADiskThatIsSilent(key, silentUnits));
        before.forEach(this::takeBack);
        now.forEach((key, difference) -> say(key, difference, ofRounds));
    }

    private static boolean isOfADiskThatIsSilent(String key, Set<String> silentUnits) {
        String kind = key.substring(key.lastIndexOf('#') + 1);
        return silentUnits.contains(key.substring(0, Math.max(0, key.indexOf('/'))))
                && Stream.of(Difference.Kind.values())
                        .anyMatch(one -> one.isAtSource() && one.word().equals(kind));
    }

    /** Between two rounds: of the files that are still to be fetched, these are gone and those are there. */
    synchronized void looked(Lookout.Seen seen) {
        seen.gone().forEach(difference -> say(key(difference), difference, ofRounds));
        ofRounds.values().stream()
                .filter(difference -> difference.kind() == Difference.Kind.LOST && isFound(difference, seen))
                .map(Findings::key)
                .toList()
                .forEach(this::takeBack);
    }

    /** What another exposure was written over is not found again where that one lies. */
    private static boolean isFound(Difference lost, Lookout.Seen seen) {
        FrameId frame = new FrameId(lost.name());
        boolean isThereAgain = seen.there().contains(frame) && lost.equals(Lookout.gone(frame));
        return isThereAgain || !seen.unfetched().contains(frame);
    }

    /** A file was read, and its bytes are not those that were archived. */
    synchronized void damaged(String file, Difference difference) {
        say(file + READ, difference, ofReading);
    }

    /** A file was read, and is as it was archived; or it is no more. */
    synchronized void good(String file) {
        String key = file + READ;
        if (ofReading.containsKey(key) || saidBefore.contains(key)) {
            takeBack(key);
        }
    }

    private void say(String key, Difference difference, Map<String, Difference> where) {
        boolean isNew = !difference.equals(where.put(key, difference));
        if (isNew) {
            LOG.warn("{}; to do: {}", difference, difference.repair().words());
            send(key, difference.json(clock.instant()));
        }
    }

    private void takeBack(String key) {
        ofRounds.remove(key);
        ofReading.remove(key);
        saidBefore.remove(key);
        LOG.info("no longer different: {}", key);
        send(key, null);
    }

    private void send(String key, String value) {
        producer.send(new ProducerRecord<>(
                Topics.AUDIT_DIFFERENCES.name(),
                key.getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
    }

    private static String key(Difference difference) {
        return difference.name() + "#" + difference.kind().word();
    }

    @Override
    public void close() {
        producer.close();
    }
}

package dev.vigil.audit;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.schemas.events.Wish;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.schemas.topics.UnitPartitioner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts right what can be: sets damaged files aside, sends events again, and says what is to be asked of the scheduler. */
public final class Repairs {
    /** In this order they make sense to whoever reads them one by one, though any order will do. */
    private static final List<Topic<?>> TOLD = List.of(
            Topics.FRAMES_ANNOUNCED,
            Topics.FRAMES_TRANSFERRED,
            Topics.FRAMES_REDUCED,
            Topics.FRAMES_FAILED,
            Topics.MASTERS_BUILT);

    private final AuditSettings settings;
    private final Set<String> aside = new TreeSet<>();
    private final Set<String> told = new TreeSet<>();
    private final Map<Repair.Work, Map<String, Set<String>>> again = new EnumMap<>(Repair.Work.class);
    private long left;

    public Repairs(AuditSettings settings, List<Difference> differences) {
        this.settings = settings;
        differences.stream().map(Difference::repair).forEach(this::plan);
    }

    private void plan(Repair repair) {
        if (repair instanceof Repair.Again more) {
            more.setAside().ifPresent(aside::add);
            again.computeIfAbsent(more.work(), work -> new TreeMap<>())
                    .computeIfAbsent(unit(more.name()), unit -> new TreeSet<>())
                    .add(more.name());
        } else if (repair instanceof Repair.TellAgain tell) {
            told.add(tell.name());
        } else {
            left++;
        }
    }

    /** How many differences wait for a person. */
    public long left() {
        return left;
    }

    /** Whether there is anything that can be put right without a person. */
    public boolean isEmpty() {
        return told.isEmpty() && again.isEmpty();
    }

    /** Sets damaged files aside, so that good ones can take their names; says how many. */
    public int setAside() throws ArchiveException {
        if (aside.isEmpty()) {
            return 0;
        }
        Archive archive = FilesystemArchive.open(settings.archive());
        int moved = 0;
        for (String key : aside) {
            moved += archive.setAside(new ArchiveKey(key)) ? 1 : 0;
        }
        return moved;
    }

    /** Names of frames and of masters begin with it. */
    private static String unit(String name) {
        return name.substring(0, name.indexOf('/'));
    }

    /** What is to be asked, by unit: first that frames be fetched and masters built, then that others be looked at and reduced. */
    public Map<String, List<Wish>> wishes() {
        Map<String, List<Wish>> wishes = new TreeMap<>();
        again.forEach((work, byUnit) -> byUnit.forEach((unit, names) ->
                wishes.computeIfAbsent(unit, each -> new ArrayList<>()).add(work.of(names))));
        return wishes;
    }

    /** Sends the events of frames and masters once more, as they were; says how many. */
    public int tellAgain() throws InterruptedException {
        if (told.isEmpty()) {
            return 0;
        }
        Map<String, Object> client = settings.kafka().client("vigil-audit-writer");
        client.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, UnitPartitioner.class);
        client.put(ProducerConfig.ACKS_CONFIG, "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            int sent = 0;
            for (Topic<?> topic : TOLD) {
                sent += send(producer, recorded(topic));
            }
            return sent;
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> recorded(Topic<?> topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (TopicReader reader = TopicReader.fromBeginning(settings.kafka(), topic.name())) {
            reader.untilEnd(record -> key(record).filter(told::contains).ifPresent(key -> records.add(record)));
        }
        return records;
    }

    private static Optional<String> key(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.key()).map(key -> new String(key, StandardCharsets.UTF_8));
    }

    private static int send(KafkaProducer<byte[], byte[]> producer, List<ConsumerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            sent.add(producer.send(
                    new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers())));
        }
        for (Future<RecordMetadata> each : sent) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new KafkaException("an event could not be sent again: " + e.getCause(), e.getCause());
            }
        }
        return sent.size();
    }
}

package dev.vigil.producer.requests;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.run.Pause;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.events.BackfillNights;
import dev.vigil.schemas.events.JudgeAgain;
import dev.vigil.schemas.events.ReleaseFiles;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows what people ask of producers, from the first request on: what was once admitted stays admitted. */
public final class AskedOfUs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AskedOfUs.class);
    private static final Duration A_WHILE = Duration.ofMillis(500);
    private static final Duration TO_STOP = Duration.ofSeconds(2);

    private final KafkaSettings kafka;
    private final WireFormat format;
    private final Consumer<Asked> backfills;
    private final Consumer<Request> releases;
    private final Consumer<Request> judging;
    private final Thread thread = new Thread(this::follow, "producer-requests");
    private volatile boolean stopping;

    /**
     * A request to backfill.
     *
     * @param isAnswered whether it was, before this process began
     */
    public record Asked(Request request, BackfillNights wish, boolean isAnswered) {}

    /** Backfills go to the one; of what is to be deleted, or judged again, what was not answered yet to the others. */
    public AskedOfUs(
            KafkaSettings kafka,
            WireFormat format,
            Consumer<Asked> backfills,
            Consumer<Request> releases,
            Consumer<Request> judging) {
        this.kafka = kafka;
        this.format = format;
        this.backfills = backfills;
        this.releases = releases;
        this.judging = judging;
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        Pause pause = new Pause(Duration.ofMillis(200), Duration.ofSeconds(5));
        try {
            while (!stopping) {
                try {
                    followOnce();
                } catch (RetriableException unreachable) {
                    LOG.warn("waiting for the broker {}: {}", kafka.bootstrapServers(), unreachable.getMessage());
                    pause.sleep();
                }
            }
        } catch (InterruptedException | InterruptException asked) {
            LOG.debug("asked to stop");
        }
    }

    private void followOnce() {
        Set<String> answered = new HashSet<>();
        try (TopicReader answers = TopicReader.fromBeginning(kafka, Topics.REQUESTS_ANSWERED.name())) {
            answers.untilEnd(record -> take(Topics.REQUESTS_ANSWERED, record, answer -> answered.add(answer.id())));
        }
        Set<String> seen = new HashSet<>();
        try (TopicReader requests = TopicReader.fromBeginning(kafka, Topics.REQUESTS.name())) {
            while (!stopping) {
                requests.next(
                        A_WHILE,
                        record -> take(Topics.REQUESTS, record, request -> {
                            if (seen.add(request.id())) {
                                handOut(request, answered.contains(request.id()));
                            }
                        }));
            }
        }
    }

    private void handOut(Request request, boolean isAnswered) {
        if (request.wish() instanceof BackfillNights wish) {
            backfills.accept(new Asked(request, wish, isAnswered));
        } else if (request.wish() instanceof ReleaseFiles && !isAnswered) {
            releases.accept(request);
        } else if (request.wish() instanceof JudgeAgain && !isAnswered) {
            judging.accept(request);
        }
    }

    /** A record that cannot be read was parked by those who follow the topic; here it only tells nothing. */
    private <T> void take(Topic<T> topic, ConsumerRecord<byte[], byte[]> record, Consumer<T> taker) {
        try {
            taker.accept(format.decode(topic, record.value()));
        } catch (UndecodableException foreign) {
            LOG.warn("{} at {} is passed over: {}", record.topic(), record.offset(), foreign.getMessage());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.join(TO_STOP.toMillis());
        // It waits for the broker.
        thread.interrupt();
    }
}

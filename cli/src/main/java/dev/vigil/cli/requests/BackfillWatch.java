package dev.vigil.cli.requests;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.instruments.Profile;
import dev.vigil.instruments.Profiles;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows the frames of some nights of a unit from now on, until each is archived, refused or failed. */
final class BackfillWatch implements AutoCloseable {
    private static final Duration A_WHILE = Duration.ofMillis(100);

    private final WireFormat format;
    private final String unit;
    private final LocalDate since;
    private final LocalDate until;
    private final Profile profile;
    private final TopicReader announced;
    private final TopicReader transferred;
    private final TopicReader failures;
    /** Topics are read one after another, so a frame may be seen to arrive before it is seen to be announced. */
    private final Set<String> taken = new HashSet<>();

    private final Set<String> archived = new HashSet<>();
    private final Set<String> failed = new HashSet<>();

    private BackfillWatch(WireFormat format, KafkaSettings kafka, String unit, LocalDate since, LocalDate until) {
        this.format = format;
        this.unit = unit;
        this.since = since;
        this.until = until;
        // What a folder's name tells of its night is the same in every profile.
        this.profile = Profiles.bundled().profileFor(unit);
        this.announced = TopicReader.fromNowOn(kafka, Topics.FRAMES_ANNOUNCED.name());
        this.transferred = TopicReader.fromNowOn(kafka, Topics.FRAMES_TRANSFERRED.name());
        this.failures = TopicReader.fromNowOn(kafka, Topics.FRAMES_FAILED.name());
    }

    static BackfillWatch open(Config config, String unit, LocalDate since, LocalDate until) {
        return new BackfillWatch(
                WireFormat.of(config.read(RegistrySettings::from)),
                config.read(KafkaSettings::from),
                unit,
                since,
                until);
    }

    /** Reads what has come. */
    void lookOn() {
        announced.next(A_WHILE, record -> take(Topics.FRAMES_ANNOUNCED, record, this::announced));
        transferred.next(A_WHILE, record -> take(Topics.FRAMES_TRANSFERRED, record, this::transferred));
        failures.next(A_WHILE, record -> take(Topics.FRAMES_FAILED, record, this::failed));
    }

    /** Frames that will not come any further: archived, or not. */
    long ended() {
        return taken.stream()
                .filter(frame -> archived.contains(frame) || failed.contains(frame))
                .count();
    }

    /** Those of them that are not archived. */
    long failed() {
        return taken.stream()
                .filter(frame -> failed.contains(frame) && !archived.contains(frame))
                .count();
    }

    private void announced(FrameAnnounced event) {
        String below = event.path().substring(event.path().indexOf('/') + 1);
        LocalDate night = profile.dateOf(below, event.modified());
        if (isOurs(event) && !night.isBefore(since) && !night.isAfter(until)) {
            taken.add(id(event));
            if (event.judgement() instanceof Refused) {
                failed.add(id(event));
            }
        }
    }

    private void transferred(FrameTransferred event) {
        if (isOurs(event)) {
            archived.add(id(event));
        }
    }

    private void failed(FrameFailed event) {
        if (isOurs(event) && event.isFinal()) {
            failed.add(id(event));
        }
    }

    private boolean isOurs(FrameEvent event) {
        return event.identity().unit().equals(unit);
    }

    private static String id(FrameEvent event) {
        return event.identity().frame().value();
    }

    /** What cannot be read was parked by the services; here it only tells nothing. */
    private <T> void take(Topic<T> topic, ConsumerRecord<byte[], byte[]> record, Consumer<T> taker) {
        try {
            taker.accept(format.decode(topic, record.value()));
        } catch (UndecodableException foreign) {
            return;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        announced.close();
        transferred.close();
        failures.close();
    }
}

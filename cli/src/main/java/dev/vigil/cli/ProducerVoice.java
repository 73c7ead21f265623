package dev.vigil.cli;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hears whether a unit's producer speaks, and what it says of its disk. */
final class ProducerVoice {
    private static final Duration LATELY = Duration.ofMinutes(1);
    private static final Duration A_WHILE = Duration.ofMillis(200);

    private final WireFormat format;
    private final String unit;
    private Optional<UnitAlive> last = Optional.empty();

    private ProducerVoice(WireFormat format, String unit) {
        this.format = format;
        this.unit = unit;
    }

    /** Why nobody looks at a unit's disk now, if that is so; a producer that said nothing lately is listened to for a time. */
    static Optional<String> obstacle(Config config, String unit, Duration patience) {
        Instant now = Clock.systemUTC().instant();
        ProducerVoice voice = new ProducerVoice(WireFormat.of(config.read(RegistrySettings::from)), unit);
        try (TopicReader reader =
                TopicReader.since(config.read(KafkaSettings::from), Topics.UNITS_ALIVE.name(), now.minus(LATELY))) {
            reader.untilEnd(voice::take);
            while (voice.last.isEmpty() && Instant.now().isBefore(now.plus(patience))) {
                reader.next(A_WHILE, voice::take);
            }
        }
        return voice.obstacle();
    }

    private Optional<String> obstacle() {
        if (last.isEmpty()) {
            return Optional.of("its producer says nothing; start it, or see to its log");
        }
        return last.filter(said -> !said.rootReachable())
                .map(said -> said.trouble().orElse("its disk cannot be reached"));
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (unit.equals(new String(record.key(), StandardCharsets.UTF_8))) {
            last = said(record).or(() -> last);
        }
    }

    private Optional<UnitAlive> said(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(format.decode(Topics.UNITS_ALIVE, record.value()));
        } catch (UndecodableException foreign) {
            return Optional.empty();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

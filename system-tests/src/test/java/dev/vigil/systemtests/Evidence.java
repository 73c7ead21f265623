package dev.vigil.systemtests;

import dev.vigil.archive.Archive;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.ledger.Ledger;
import dev.vigil.ledger.LedgerSettings;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** Everything that a deployment has to show: its topics, its ledger and its archive. */
final class Evidence implements AutoCloseable {
    private final KafkaSettings kafka;
    private final WireFormat format;
    private final Ledger ledger;
    private final Archive archive;

    Evidence(Config config) throws Exception {
        this.kafka = config.read(KafkaSettings::from);
        this.format = WireFormat.of(config.read(RegistrySettings::from));
        this.ledger = Ledger.reading(config.read(in -> new LedgerSettings(
                in.get(Settings.LEDGER_URL), in.get(Settings.LEDGER_USER), in.get(Settings.LEDGER_PASSWORD), 2)));
        this.archive = FilesystemArchive.create(config.read(in -> in.get(Settings.ARCHIVE_FOLDER)));
    }

    /** All events that a topic holds. */
    <T> List<T> events(Topic<T> topic) {
        List<T> events = new ArrayList<>();
        each(topic, (key, value) -> events.add(decoded(topic, value)));
        return events;
    }

    /** The same where foreign records lie among them. */
    <T> List<T> eventsAmidForeign(Topic<T> topic, byte[] foreign) {
        List<T> events = new ArrayList<>();
        each(topic, (key, value) -> {
            if (!Arrays.equals(value, foreign)) {
                events.add(decoded(topic, value));
            }
        });
        return events;
    }

    /** All values of a JSON topic, the stale ones too. */
    List<String> texts(Topic<String> topic) {
        List<String> texts = new ArrayList<>();
        each(topic, (key, value) -> texts.add(new String(value, StandardCharsets.UTF_8)));
        return texts;
    }

    private void each(Topic<?> topic, BiConsumer<String, byte[]> taker) {
        try (TopicReader reader = TopicReader.fromBeginning(kafka, topic.name())) {
            reader.untilEnd(record -> {
                if (record.value() != null) {
                    taker.accept(
                            record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8),
                            record.value());
                }
            });
        }
    }

    private <T> T decoded(Topic<T> topic, byte[] value) {
        try {
            return format.decode(topic, value);
        } catch (UndecodableException e) {
            throw new AssertionError(topic + " holds what is no event", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    KafkaSettings kafka() {
        return kafka;
    }

    Ledger ledger() {
        return ledger;
    }

    Archive archive() {
        return archive;
    }

    @Override
    public void close() {
        ledger.close();
    }
}

package dev.vigil.progress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vigil.common.kafka.EventSerializer;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.BundledRegistry;
import dev.vigil.progress.standing.Telescope;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology without a broker. */
final class Driven implements AutoCloseable {
    private final WireFormat format = new WireFormat(new BundledRegistry());
    private final TopologyTestDriver driver;

    Driven() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, ProgressStreams.APPLICATION);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, "target/driven-state");
        this.driver =
                new TopologyTestDriver(ProgressTopology.of(format, Duration.ofSeconds(1)), properties, Telescope.DUSK);
    }

    void say(FrameEvent... news) {
        for (FrameEvent event : news) {
            Topics.FRAME_NEWS.stream()
                    .filter(topic -> topic.type().isInstance(event))
                    .forEach(topic -> say(topic, event.identity().frame().value(), event));
        }
    }

    void say(UnitAlive alive) {
        say(Topics.UNITS_ALIVE, alive.unit(), alive);
    }

    void say(Request request) {
        say(Topics.REQUESTS, request.unit(), request);
    }

    List<RequestAnswered> answers() throws Exception {
        List<RequestAnswered> answers = new ArrayList<>();
        for (byte[] bytes : driver.createOutputTopic(
                        Topics.REQUESTS_ANSWERED.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()) {
            answers.add(format.decode(Topics.REQUESTS_ANSWERED, bytes));
        }
        return answers;
    }

    private <T> void say(Topic<T> topic, String key, Object event) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new EventSerializer<>(topic, format))
                .pipeInput(key, topic.type().cast(event));
    }

    void sayBytes(Topic<?> topic, byte[] key, byte[] value) {
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    static UnitAlive alive(LocalDate night, int scannedUpTo) {
        return new UnitAlive(
                "7DT05",
                Telescope.at(scannedUpTo),
                true,
                Optional.of(Telescope.at(scannedUpTo)),
                Optional.of(Telescope.at(scannedUpTo)),
                Optional.of(night),
                1,
                1,
                1,
                0.1);
    }

    List<KeyValue<String, JsonNode>> told(Topic<?> topic) {
        return driver
                .createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readKeyValuesToList()
                .stream()
                .map(record -> KeyValue.pair(record.key, record.value == null ? null : Json.read(record.value)))
                .toList();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic(
                        Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }
}

package dev.vigil.cli.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.cli.command.Target;
import dev.vigil.cli.command.WrongCallException;
import dev.vigil.common.kafka.DeadLetter;
import dev.vigil.common.kafka.EventJson;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Config;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigil tail}: any topic as JSON, a line a record. */
@Command(
        name = "tail",
        mixinStandardHelpOptions = true,
        description = "Print the records of a topic as JSON, a line each, as they come. Ends with Ctrl-C.")
public final class TailCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration A_WHILE = Duration.ofMillis(300);

    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Parameters(paramLabel = "TOPIC", completionCandidates = TopicNames.class, description = "One of the topics below.")
    private String topic;

    @Option(names = "--from-beginning", description = "Print what was said before, too.")
    private boolean fromBeginning;

    @Option(names = "--until-end", description = "Stop at what is the end now, instead of waiting for more.")
    private boolean untilEnd;

    @Option(names = "--key", paramLabel = "TEXT", description = "Only records whose key contains this text.")
    private String key;

    private WireFormat format;

    @Override
    public Integer call() {
        Topic<?> named = WrongCallException.checked(() -> Topics.named(topic));
        Config config = target.config();
        format = WireFormat.of(config.read(RegistrySettings::from));
        KafkaSettings kafka = target.kafka();
        PrintWriter out = spec.commandLine().getOut();
        try (TopicReader reader = fromBeginning || untilEnd
                ? TopicReader.fromBeginning(kafka, topic)
                : TopicReader.fromNowOn(kafka, topic)) {
            reader.untilEnd(record -> print(named, record, out));
            // Whoever read the output may have had enough, as head has: then writing fails.
            while (!untilEnd && !out.checkError() && !Thread.currentThread().isInterrupted()) {
                reader.next(A_WHILE, record -> print(named, record, out));
            }
        }
        out.flush();
        return 0;
    }

    private void print(Topic<?> named, ConsumerRecord<byte[], byte[]> record, PrintWriter out) {
        String text = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (key == null || text.contains(key)) {
            ObjectNode line = JSON.createObjectNode()
                    .put("key", text)
                    .put("written", Instant.ofEpochMilli(record.timestamp()).toString())
                    .put("partition", record.partition())
                    .put("offset", record.offset());
            out.println(
                    named == Topics.DEAD_LETTERS
                            ? letter(line, record)
                            : line.set("value", value(named, record.value())));
        }
    }

    private static ObjectNode letter(ObjectNode line, ConsumerRecord<byte[], byte[]> record) {
        line.put("cause", DeadLetter.text(record.headers(), DeadLetter.CAUSE));
        line.put("parkedBy", DeadLetter.text(record.headers(), DeadLetter.SERVICE));
        line.put("parkedAt", DeadLetter.text(record.headers(), DeadLetter.AT));
        line.put("fromTopic", DeadLetter.text(record.headers(), DeadLetter.TOPIC));
        line.put("fromPartition", DeadLetter.text(record.headers(), DeadLetter.PARTITION));
        line.put("fromOffset", DeadLetter.text(record.headers(), DeadLetter.OFFSET));
        return line.put(
                "base64", record.value() == null ? "" : Base64.getEncoder().encodeToString(record.value()));
    }

    private JsonNode value(Topic<?> named, byte[] value) {
        if (value == null) {
            return JSON.nullNode();
        }
        try {
            return named.type() == String.class
                    ? JSON.readTree(new String(value, StandardCharsets.UTF_8))
                    : EventJson.of(format.decode(named, value));
        } catch (UndecodableException | JsonProcessingException e) {
            return JSON.createObjectNode()
                    .put("undecodable", e.getMessage())
                    .put("base64", Base64.getEncoder().encodeToString(value));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return JSON.nullNode();
        }
    }
}

package dev.vigil.cli.topics;

import dev.vigil.cli.command.Target;
import dev.vigil.cli.command.WrongCallException;
import dev.vigil.common.kafka.KafkaSettings;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigil kafka}: Kafka's own tools, told which broker. */
@Command(
        name = "kafka",
        mixinStandardHelpOptions = true,
        description = {
            "Run one of Kafka's own tools against the broker.",
            "For example: vigil kafka console-consumer --topic progress.nights --from-beginning"
        },
        customSynopsis = "vigil kafka [--data=DIR] [--settings=FILE] TOOL [ARGUMENT...]")
public final class KafkaCommand implements Callable<Integer> {
    private static final Map<String, String> TOOLS = new TreeMap<>(Map.ofEntries(
            Map.entry("acls", "AclCommand"),
            Map.entry("broker-api-versions", "BrokerApiVersionsCommand"),
            Map.entry("console-consumer", "consumer.ConsoleConsumer"),
            Map.entry("console-producer", "ConsoleProducer"),
            Map.entry("console-share-consumer", "consumer.ConsoleShareConsumer"),
            Map.entry("consumer-groups", "consumer.group.ConsumerGroupCommand"),
            Map.entry("delete-records", "DeleteRecordsCommand"),
            Map.entry("features", "FeatureCommand"),
            Map.entry("get-offsets", "GetOffsetShell"),
            Map.entry("groups", "GroupsCommand"),
            Map.entry("log-dirs", "LogDirsCommand"),
            Map.entry("share-groups", "consumer.group.ShareGroupCommand"),
            Map.entry("streams-groups", "streams.StreamsGroupCommand"),
            Map.entry("topics", "TopicCommand")));

    @Mixin
    private Target target;

    @Parameters(
            index = "0",
            paramLabel = "TOOL",
            completionCandidates = ToolNames.class,
            description = "One of: ${COMPLETION-CANDIDATES}")
    private String tool;

    @Parameters(
            index = "1..*",
            paramLabel = "ARGUMENT",
            description = "The tool's own arguments; the broker's address is added.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws Exception {
        String type = TOOLS.get(tool);
        if (type == null) {
            throw new WrongCallException(
                    "there is no tool " + tool + "; there are " + String.join(", ", TOOLS.keySet()));
        }
        KafkaSettings kafka = target.config().read(KafkaSettings::from);
        run("org.apache.kafka.tools." + type, complete(kafka));
        return 0;
    }

    /** Kafka's tools end the process themselves when something is wrong. */
    private static void run(String type, List<String> arguments) throws Exception {
        try {
            Class.forName(type).getMethod("main", String[].class).invoke(null, (Object)
                    arguments.toArray(new String[0]));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception exception) {
                throw exception;
            }
            throw e;
        }
    }

    private List<String> complete(KafkaSettings kafka) throws IOException {
        List<String> complete = new ArrayList<>(arguments);
        if (!arguments.contains("--bootstrap-server") && !arguments.contains("--help")) {
            complete.add("--bootstrap-server");
            complete.add(kafka.bootstrapServers());
        }
        if (!kafka.passedThrough().isEmpty() && arguments.stream().noneMatch(each -> each.endsWith("command-config"))) {
            complete.add("--command-config");
            complete.add(clientFile(kafka).toString());
        }
        return complete;
    }

    /** SASL and TLS settings are for the tool too; they may hold secrets, so the file is its owner's and short-lived. */
    private static Path clientFile(KafkaSettings kafka) throws IOException {
        Properties properties = new Properties();
        properties.putAll(kafka.passedThrough());
        Path file = Files.createTempFile("vigil-kafka", ".properties");
        file.toFile().deleteOnExit();
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }

    /** The names of the tools, for completion and help. */
    static final class ToolNames implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return TOOLS.keySet().iterator();
        }
    }
}

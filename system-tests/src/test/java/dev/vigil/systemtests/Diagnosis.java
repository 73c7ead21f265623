package dev.vigil.systemtests;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.settings.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** What an all-in-one does that gets no further: how far each work topic is read, what its threads do, its last words. */
final class Diagnosis {
    private static final Map<String, String> WORKERS =
            new TreeMap<>(Map.of("transfer", "work.transfers", "calibrator", "work.reductions"));
    private static final int LAST_WORDS = 40;

    private Diagnosis() {}

    static String of(ChildProcess child, Path log) throws IOException, InterruptedException {
        return "\n-- offsets\n" + offsets(child.config()) + "\n-- threads\n" + threads(child.pid())
                + "\n-- last words\n" + lastWords(log);
    }

    static String lastWords(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
    }

    private static String offsets(Config config) throws InterruptedException {
        KafkaSettings kafka = config.read(KafkaSettings::from);
        try (Admin admin = Admin.create(kafka.client("diagnosis"))) {
            StringBuilder said = new StringBuilder();
            for (Map.Entry<String, String> worker : WORKERS.entrySet()) {
                said.append(worker.getKey())
                        .append(" has read ")
                        .append(read(admin, worker.getKey()))
                        .append(" of ")
                        .append(ends(admin, worker.getValue()))
                        .append('\n');
            }
            return said.toString();
        } catch (ExecutionException e) {
            return "not to be had: " + e.getCause();
        }
    }

    private static String read(Admin admin, String group) throws ExecutionException, InterruptedException {
        return new TreeMap<>(admin
                        .listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                        .partitionsToOffsetInfo(group)
                        .get()
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(
                                each -> each.getKey().partition(), each -> String.valueOf(each.getValue()))))
                .toString();
    }

    private static String ends(Admin admin, String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                        .collect(Collectors.toMap(
                                each -> new TopicPartition(topic, each.partition()), each -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin.listOffsets(latest).all().get();
        return new TreeMap<>(ends.entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> each.getKey().partition(),
                                each -> each.getValue().offset())))
                .toString();
    }

    /** Those that run code of ours, or a stream of Kafka's. */
    private static String threads(long pid) throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(tool)) {
            return "not to be had: there is no " + tool;
        }
        Process dump = new ProcessBuilder(tool.toString(), Long.toString(pid), "Thread.print")
                .redirectErrorStream(true)
                .start();
        String all = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        dump.waitFor();
        return Arrays.stream(all.split("\n\n"))
                .filter(thread -> thread.contains("dev.vigil") || thread.contains("StreamThread"))
                .collect(Collectors.joining("\n\n"));
    }
}

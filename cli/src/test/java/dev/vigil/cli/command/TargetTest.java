package dev.vigil.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.common.run.Deployment;
import dev.vigil.common.settings.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TargetTest {
    @TempDir
    Path folder;

    @Test
    void whenNothingRunsItSaysWhatToDo() {
        assertThatThrownBy(() -> target(Map.of(), List.of()).config())
                .hasMessageContaining("nothing runs on this machine")
                .hasMessageContaining("./vigil up --data DIR")
                .hasMessageContaining("VIGIL_KAFKA_BOOTSTRAP_SERVERS");
    }

    @Test
    void theOneThatRunsIsMeant() {
        assertThat(brokerOf(target(Map.of(), List.of(deployment("a", false, 1)))))
                .isEqualTo("localhost:1");
    }

    @Test
    void ofSeveralOneHasToBeNamed() {
        assertThatThrownBy(() -> target(Map.of(), List.of(deployment("a", false, 1), deployment("b", false, 2)))
                        .config())
                .hasMessageContaining("--data")
                .hasMessageContaining("a")
                .hasMessageContaining("b");
    }

    @Test
    void aDemonstrationBesideARealOneIsNotMeant() {
        Target target = target(Map.of(), List.of(deployment("real", false, 1), deployment("demo", true, 2)));
        assertThat(brokerOf(target)).isEqualTo("localhost:1");
    }

    @Test
    void whatCommandsFindByThemselvesIsTheOnlyOneThatNoSettingsStandBefore() {
        Deployment real = deployment("real", false, 1);
        Deployment demo = deployment("demo", true, 2);
        Config none = Config.of(Map.of());
        assertThat(Target.finds(none, real, List.of(real, demo))).isTrue();
        assertThat(Target.finds(none, demo, List.of(real, demo))).isFalse();
        assertThat(Target.finds(none, real, List.of(real, deployment("other", false, 3))))
                .isFalse();
        assertThat(Target.finds(none, real, List.of())).isFalse();
        assertThat(Target.finds(Config.of(Map.of("kafka.bootstrap.servers", "far:9092")), real, List.of(real)))
                .isFalse();
    }

    @Test
    void aVariableThatNamesTheBrokerComesBeforeWhatRunsHere() {
        Target target = target(Map.of("VIGIL_KAFKA_BOOTSTRAP_SERVERS", "far:9092"), List.of(deployment("a", false, 1)));
        assertThat(brokerOf(target)).isEqualTo("far:9092");
    }

    @Test
    void aSettingsFileComesBeforeWhatRunsHere() throws Exception {
        Path file = Files.writeString(folder.resolve("vigil.yaml"), "kafka.bootstrap.servers: filed:9092\n");
        Target target = target(Map.of(), List.of(deployment("a", false, 1)), "--settings", file.toString());
        assertThat(brokerOf(target)).isEqualTo("filed:9092");
    }

    @Test
    void aDataFolderWhereNothingRunsIsNamedWithWhatToDo() {
        Target target = target(Map.of(), List.of(deployment("a", false, 1)), "--data", folder.toString());
        assertThatThrownBy(target::config)
                .hasMessageContaining("no all-in-one runs on " + folder)
                .hasMessageContaining("./vigil up --data " + folder);
    }

    @Test
    void aDataFolderThatIsNamedComesBeforeEverything() throws Exception {
        Files.writeString(
                folder.resolve("running.json"),
                "{\"process\": %d, \"data\": \"x\", \"settings\": {\"kafka.bootstrap.servers\": \"localhost:7\"}}"
                        .formatted(ProcessHandle.current().pid()));
        Target target = target(
                Map.of("VIGIL_KAFKA_BOOTSTRAP_SERVERS", "far:9092"),
                List.of(deployment("a", false, 1)),
                "--data",
                folder.toString());
        assertThat(brokerOf(target)).isEqualTo("localhost:7");
    }

    @Test
    void aPersonWaitsSecondsForTheBrokerUnlessMoreIsSet() {
        Map<String, String> named = Map.of("VIGIL_KAFKA_BOOTSTRAP_SERVERS", "far:9092");
        assertThat(target(named, List.of()).kafka().client("test")).containsEntry("default.api.timeout.ms", "10000");
        Map<String, String> patient =
                Map.of("VIGIL_KAFKA_BOOTSTRAP_SERVERS", "far:9092", "VIGIL_KAFKA_DEFAULT_API_TIMEOUT_MS", "70000");
        assertThat(target(patient, List.of()).kafka().client("test")).containsEntry("default.api.timeout.ms", "70000");
    }

    private static String brokerOf(Target target) {
        return target.kafka().bootstrapServers();
    }

    private static Target target(Map<String, String> environment, List<Deployment> running, String... options) {
        Target target = new Target(environment, () -> running);
        new CommandLine(new Holder(target)).parseArgs(options);
        return target;
    }

    private static Deployment deployment(String data, boolean demo, int port) {
        return new Deployment(1, Path.of(data), demo, Map.of("kafka.bootstrap.servers", "localhost:" + port));
    }

    /** A command that has nothing but a target. */
    @CommandLine.Command
    private static final class Holder {
        @CommandLine.Mixin
        private final Target target;

        Holder(Target target) {
            this.target = target;
        }
    }
}

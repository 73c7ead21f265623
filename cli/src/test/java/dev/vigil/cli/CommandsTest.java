package dev.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.settings.Settings;
import dev.vigil.common.settings.SettingsException;
import dev.vigil.schemas.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandsTest {
    @TempDir
    Path folder;

    @Test
    void anErrorIsASentenceAndTheStatusIsOne() {
        Run run = Run.of(new Failing(new IllegalStateException("the disk is full")));
        assertThat(run).isEqualTo(new Run(1, "", String.format("vigil: the disk is full%n")));
    }

    @Test
    void anErrorWithoutAMessageIsNamedByItsKind() {
        Run run = Run.of(new Failing(new IllegalStateException()));
        assertThat(run.err()).contains("IllegalStateException");
    }

    @Test
    void everyMistakeInTheSettingsHasItsLine() {
        Run run = Run.of(new Failing(new SettingsException(List.of("one is wrong", "two is wrong"))));
        assertThat(run).isEqualTo(new Run(1, "", String.format("vigil: one is wrong%nvigil: two is wrong%n")));
    }

    @Test
    void anUnknownTopicIsAnsweredWithThoseThatThereAre() {
        Run run = Run.vigil("tail", "frames.lost");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("frames.lost");
        assertThat(Topics.ALL).allSatisfy(topic -> assertThat(run.err()).contains(topic.name()));
    }

    @Test
    void theHelpOfTailNamesEveryTopicUnbroken() {
        String help = Run.vigil("tail", "--help").out();
        assertThat(Topics.ALL)
                .allSatisfy(topic -> assertThat(help.lines().map(String::strip)).contains(topic.name()));
    }

    @Test
    void anUnknownToolOfKafkaIsAnsweredWithThoseThatThereAre() {
        Run run = Run.vigil("kafka", "console-eater");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("console-eater", "console-consumer", "topics");
    }

    @Test
    void whatFollowsAToolOfKafkaIsTheTools() {
        CommandLine line = Commands.line(new VigilCommand());
        CommandLine.ParseResult kafka = line.parseArgs("kafka", "topics", "--list", "--data", "x", "--help")
                .subcommand();
        assertThat(kafka.matchedPositionalValue(1, List.of())).containsExactly("--list", "--data", "x", "--help");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNamed() throws Exception {
        Path settings = Files.writeString(
                folder.resolve("vigil.yaml"),
                "kafka.bootstrap.servers: 127.0.0.1:1\nkafka.default.api.timeout.ms: 300\n");
        Run run = Run.vigil("status", "--settings", settings.toString());
        assertThat(run).isEqualTo(new Run(1, "", String.format("vigil: the broker at 127.0.0.1:1 does not answer%n")));
    }

    @Test
    void settingsInOrderAreFoundInOrder() throws Exception {
        Path settings = Files.writeString(folder.resolve("vigil.yaml"), "portal.port: 8081\n");
        Run run = Run.vigil("config", "check", "--settings", settings.toString());
        assertThat(run).isEqualTo(new Run(0, String.format("The settings are in order.%n"), ""));
    }

    @Test
    void allMistakesInTheSettingsAreSaidAtOnce() throws Exception {
        Path settings = Files.writeString(folder.resolve("vigil.yaml"), "portal.port: many\nportal.prot: 8081\n");
        Run run = Run.vigil("config", "check", "--settings", settings.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .anySatisfy(line -> assertThat(line).contains("portal.port", "a whole number", "many"))
                .anySatisfy(line -> assertThat(line).contains("portal.prot", "vigil.yaml"));
    }

    @Test
    void aSettingsFileThatIsNotThereIsAMistake() {
        Run run = Run.vigil(
                "config", "check", "--settings", folder.resolve("none.yaml").toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("none.yaml");
    }

    @Test
    void theSettingsAreShownWithWhereTheyWereSetAndSecretsAsStars() throws Exception {
        Path settings =
                Files.writeString(folder.resolve("vigil.yaml"), "portal.port: 8081\nledger.password: swordfish\n");
        Run run = Run.vigil("config", "show", "--settings", settings.toString());
        assertThat(run.out()).contains("portal.port: 8081", "vigil.yaml").doesNotContain("swordfish");
    }

    @Test
    void everySettingIsListedWithItsVariable() {
        Run run = Run.vigil("config", "keys");
        assertThat(run.status()).isZero();
        assertThat(Settings.all())
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(run.out()).contains(setting.name(), setting.variable()));
    }

    @Test
    void everyCommandHasHelpAndSaysWhatItIsFor() {
        assertThat(commands(Commands.line(new VigilCommand())))
                .hasSizeGreaterThan(10)
                .allSatisfy(each -> {
                    assertThat(each.getCommandSpec().usageMessage().description())
                            .as(each.getCommandName())
                            .isNotEmpty();
                    assertThat(each.getCommandSpec().optionsMap()).containsKey("--help");
                    assertThat(each.getCommandSpec().args())
                            .allSatisfy(argument -> assertThat(argument.description())
                                    .as(argument.toString())
                                    .isNotEmpty());
                });
    }

    @Test
    void everyCommandPrintsItsHelpWithinEightyColumns() {
        assertThat(commands(Commands.line(new VigilCommand()))).allSatisfy(each -> {
            String help = each.setUsageHelpAutoWidth(false).getUsageMessage();
            assertThat(help).startsWith("Usage: vigil");
            assertThat(help.lines()).allMatch(line -> line.length() <= 80);
        });
    }

    @Test
    void aCompletionScriptKnowsTheCommandsAndTheTopics() {
        String script = AutoComplete.bash("vigil", Commands.line(new VigilCommand()));
        assertThat(script).contains("dead-letters", "send-again", "frames.announced", "console-consumer");
    }

    private static Stream<CommandLine> commands(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(CommandsTest::commands));
    }

    /** A command that fails. */
    @Command(name = "failing")
    private record Failing(Exception cause) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw cause;
        }
    }
}

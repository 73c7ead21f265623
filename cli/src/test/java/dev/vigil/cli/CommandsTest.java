package dev.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.cli.command.Commands;
import dev.vigil.common.settings.Settings;
import dev.vigil.common.settings.SettingsException;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.testkit.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

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
    void aMistakeOnTheCommandLineIsOneLineAndWhereTheHelpIs() {
        assertThat(Run.vigil("backfill", "--unit", "7DT05", "--since", "2026-10-40"))
                .isEqualTo(misused(
                        "Invalid value for option '--since': not a night: 2026-10-40 (write YYYY-MM-DD)",
                        "vigil backfill"));
        assertThat(Run.vigil("close", "7DT05/a.fits"))
                .isEqualTo(misused("Missing required option: '--why=TEXT'", "vigil close"));
        assertThat(Run.vigil("config", "keys", "more"))
                .isEqualTo(misused("'more' is one word too many", "vigil config keys"));
    }

    @Test
    void aMistypedCommandOrOptionIsAnsweredWithTheNearest() {
        assertThat(Run.vigil("statsu").err())
                .startsWith("vigil: there is no command statsu; did you mean status? There are status, ")
                .endsWith(String.format(" more%nTry 'vigil --help'%n"));
        assertThat(Run.vigil("retry", "2026-11-19", "--dryrun").err())
                .startsWith("vigil: there is no option --dryrun; did you mean --dry-run? There are --dry-run, ");
        assertThat(Run.vigil("again", "2026-11-19", "--why", "it", "--serch")
                        .err()
                        .lines()
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("--fetch", "--look", "--judge", "--why", "--data", "--settings")
                        .doesNotContain("more"));
    }

    @Test
    void againTellsItsExitStatus() {
        assertThat(Run.vigil("again", "--help").out()).contains("Exit status 0");
    }

    @Test
    void aCommandThatLacksItsOwnCommandSaysWhichThereAre() {
        assertThat(Run.vigil("config"))
                .isEqualTo(misused("which command? There are check, show, keys", "vigil config"));
    }

    @Test
    void everyValueThatCannotBeReadIsRefusedInASentence() {
        assertThat(commands(Commands.line(new VigilCommand())).flatMap(each -> each.getCommandSpec().args().stream()))
                .filteredOn(argument ->
                        !Set.of(String.class, Path.class, boolean.class).contains(type(argument)))
                .hasSizeGreaterThan(20)
                .allSatisfy(argument -> assertThat(refusal(argument))
                        .as(argument.toString())
                        .containsPattern("Invalid value for .*§|'§' is no NUMBER")
                        .doesNotContain("Exception"));
    }

    private static Class<?> type(ArgSpec argument) {
        Class<?>[] types = argument.auxiliaryTypes();
        return types[types.length - 1];
    }

    private static String refusal(ArgSpec argument) {
        String value = argument.type() == Map.class ? "a=§" : "§";
        String[] words = argument instanceof OptionSpec option
                ? new String[] {option.longestName(), value}
                : new String[] {value, value, value};
        List<String> path = List.of(argument.command().qualifiedName().split(" "));
        Run run =
                Run.vigil(Stream.concat(path.stream().skip(1), Stream.of(words)).toArray(String[]::new));
        assertThat(run.status()).isEqualTo(2);
        return run.err();
    }

    private static Run misused(String mistake, String command) {
        return new Run(2, "", String.format("vigil: %s%nTry '%s --help'%n", mistake, command));
    }

    @Test
    void anUnknownTopicIsAnsweredWithThoseThatThereAre() {
        Run run = Run.vigil("tail", "frames.lost");
        assertThat(run.status()).isEqualTo(2);
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
        assertThat(run.status()).isEqualTo(2);
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
    void filesThatSettingsNameAndThatCannotBeReadAreSaidBesideTheOtherMistakes() throws Exception {
        Path hosts = Files.writeString(folder.resolve("known_hosts"), "dome ssh-ed25519 AAAA");
        Path settings = Files.writeString(
                folder.resolve("vigil.yaml"),
                String.format(
                        "transfer:%n  trust: %s/none.pem%n  sftp-key: %s%n  sftp-known-hosts: %s%n  slots: many%n",
                        folder, folder, hosts));
        Run run = Run.vigil("config", "check", "--settings", settings.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("transfer.slots must be"))
                .anySatisfy(line -> assertThat(line).endsWith("names " + folder + "/none.pem, which is not there"))
                .anySatisfy(line -> assertThat(line).contains("transfer.sftp-key names", "which is a folder"));
    }

    @Test
    void whatWouldKeepAServiceFromStartingIsFoundInAllFilesThatSettingsName() throws Exception {
        TestCertificate one = TestCertificate.make(Files.createDirectory(folder.resolve("one")));
        TestCertificate other = TestCertificate.make(Files.createDirectory(folder.resolve("other")));
        Path profiles = Files.createDirectory(folder.resolve("profiles"));
        Files.writeString(profiles.resolve("mine.yaml"), "profile: mine\nextends: generic\nexcludes: [{name: a}]\n");
        Path stars = Files.writeString(folder.resolve("stars.vrc"), "no catalogue");
        Path settings = Files.writeString(folder.resolve("vigil.yaml"), """
                ledger.url: localhost/vigil
                producer: {offer: sftp, tls-certificate: %s, tls-key: %s, profiles: %s}
                transfer.trust: %s
                calibrator.references: %s
                registry: {serializer: io.example.Missing, deserializer: io.example.Missing}
                """.formatted(
                        one.certificate(), other.key(), profiles, one.key(), stars));
        Run run = Run.vigil("config", "check", "--settings", settings.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .hasSize(7)
                .anySatisfy(line -> assertThat(line).contains("ledger.url must be an address such as"))
                .anySatisfy(line -> assertThat(line).contains("producer.sftp is empty"))
                .anySatisfy(line -> assertThat(line)
                        .contains(other.key() + " (producer.tls-key) is not the key of the certificate"))
                .anySatisfy(line -> assertThat(line).contains(one.key() + " (transfer.trust) holds a key"))
                .anySatisfy(line -> assertThat(line).contains("profiles/mine.yaml.excludes: is not known"))
                .anySatisfy(line -> assertThat(line).startsWith("calibrator.references names " + stars))
                .anySatisfy(line -> assertThat(line).contains("registry.serializer names io.example.Missing"));
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
    void theSettingsOfADeploymentThatIsNamedAreShown() throws Exception {
        Files.writeString(
                folder.resolve("running.json"),
                "{\"process\": %d, \"data\": \"%s\", \"settings\": {\"producer.incoming\": \"/data/night\"}}"
                        .formatted(ProcessHandle.current().pid(), folder));
        Run run = Run.vigil("config", "show", "--data", folder.toString());
        assertThat(run.out()).contains("producer.incoming: /data/night  (the all-in-one on " + folder + ")");
        assertThat(Run.vigil("config", "show", "--data", "/nowhere").err()).contains("no all-in-one runs on /nowhere");
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

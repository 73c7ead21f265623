package dev.vigil.common.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vigil.common.kafka.KafkaSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
    @TempDir
    Path folder;

    @Test
    void everythingHasADefaultThatWorks() {
        assertThat(Config.from(Map.of(), folder).check()).isEmpty();
        assertThat(Config.of(Map.of()).<Duration>read(in -> in.get(Settings.PRODUCER_QUIET)))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void theFileIsReadAndTheEnvironmentOverridesIt() throws IOException {
        write("""
                producer:
                  quiet: 7 s
                  stalled: 2 h
                kafka.bootstrap.servers: [a:9092, b:9092]
                """);
        Config config = Config.from(Map.of("VIGIL_PRODUCER_QUIET", "250 ms"), folder);
        assertThat(config.<Duration>read(in -> in.get(Settings.PRODUCER_QUIET))).isEqualTo(Duration.ofMillis(250));
        assertThat(config.<Duration>read(in -> in.get(Settings.PRODUCER_STALLED)))
                .isEqualTo(Duration.ofHours(2));
        assertThat(config.<String>read(in -> in.get(Settings.KAFKA_BOOTSTRAP_SERVERS)))
                .isEqualTo("a:9092,b:9092");
    }

    @Test
    void allMistakesAreSaidAtOnceWithWhereTheyAre() throws IOException {
        write("""
                producer:
                  quite: 7 s
                  rescan: soon
                kafka:
                  partitions: many
                """);
        SettingsException thrown = catchThrowableOfType(
                SettingsException.class,
                () -> Config.from(Map.of("VIGIL_PORTAL_PORT", "99999"), folder)
                        .read(in -> in.get(Settings.PORTAL_PORT)));
        assertThat(thrown.mistakes()).hasSize(4);
        assertThat(thrown)
                .hasMessageContaining("vigil.yaml: there is no setting producer.quite; did you mean producer.quiet?")
                .hasMessageContaining("producer.rescan must be a time such as")
                .hasMessageContaining("kafka.partitions must be a whole number from 1 to 1000, not 'many'")
                .hasMessageContaining("environment variable VIGIL_PORTAL_PORT");
    }

    @Test
    void aWordInBracesWithoutQuotesIsNoSettingLeftOut() throws IOException {
        write("monitor:\n  copies: {path}\n");
        assertThat(Config.from(Map.of(), folder).check())
                .singleElement()
                .asString()
                .contains("vigil.yaml: line 2, column 11: {path} without quotes");
    }

    @Test
    void aFileThatIsNotYamlIsNamedWithTheLine() throws IOException {
        write("producer:\n  quiet: [1\n  x: }\n");
        assertThat(Config.from(Map.of(), folder).check())
                .singleElement()
                .asString()
                .contains("vigil.yaml: line 3, column 4: ")
                .doesNotContain("\n");
    }

    @Test
    void aFileThatIsNamedButMissingIsAMistake() {
        Config config =
                Config.from(Map.of("VIGIL_SETTINGS", folder.resolve("none.yaml").toString()), folder);
        assertThat(config.check()).singleElement().asString().contains("none.yaml cannot be read");
    }

    @Test
    void severalAddressesAreReadAndWhatIsNoneIsAMistake() {
        Config config = Config.of(Map.of("producer.address", "https://fibre:9200/, http://radio:9200"));
        assertThat(config.<List<URI>>read(in -> in.get(Settings.PRODUCER_ADDRESS)))
                .containsExactly(URI.create("https://fibre:9200"), URI.create("http://radio:9200"));
        assertThat(Config.of(Map.of("producer.address", "radio:9200")).check())
                .singleElement()
                .asString()
                .contains("producer.address must be addresses such as http://producer:9200");
    }

    @Test
    void secretsPrintAsStars() {
        Config config = Config.of(Map.of("ledger.password", "hunter2", "ledger.connections", "hunter2"));
        assertThat(config.shown()).contains("ledger.password: *****  (the program)");
        assertThat(Config.of(Map.of("ledger.password", "hunter2")).shown().toString())
                .doesNotContain("hunter2");
    }

    @Test
    void otherKafkaKeysGoToEveryClient() {
        Config config = Config.from(
                Map.of("VIGIL_KAFKA_SECURITY_PROTOCOL", "SASL_SSL", "VIGIL_KAFKA_BOOTSTRAP_SERVERS", "k:1"), folder);
        KafkaSettings kafka = config.read(KafkaSettings::from);
        assertThat(kafka.client("me"))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("bootstrap.servers", "k:1")
                .containsEntry("client.id", "me");
    }

    @Test
    void aKafkaKeyThatIsMistypedIsAMistakeAndAPlugInsKeyIsNot() {
        assertThat(Config.of(Map.of("kafka.security.protocl", "SSL")).check())
                .singleElement()
                .asString()
                .contains("did you mean kafka.security.protocol?");
        assertThat(Config.of(Map.of("kafka.acme.vault.address", "x")).check()).isEmpty();
    }

    @Test
    void aUnitMayHaveItsOwnValueInTheFileAndInTheEnvironment() throws IOException {
        write("""
                scheduler:
                  limit: 16
                  units:
                    HSC:
                      line-rate: 1 Mbit/s
                      hours: not 18:00-06:00 Pacific/Honolulu
                """);
        Config config = Config.from(
                Map.of("VIGIL_SCHEDULER_UNITS_Robo-AO_LINE_RATE", "250 kB/s", "VIGIL_SCHEDULER_UNITS_HSC_LIMIT", "2"),
                folder);
        assertThat(config.check()).isEmpty();
        assertThat(config.<Optional<Long>>read(in -> in.given(Settings.SCHEDULER_LINE_RATE.of("HSC"))))
                .contains(125_000L);
        assertThat(config.<Optional<Long>>read(in -> in.given(Settings.SCHEDULER_LINE_RATE.of("Robo-AO"))))
                .contains(250_000L);
        assertThat(config.<Optional<Integer>>read(in -> in.given(Settings.SCHEDULER_LIMIT.of("HSC"))))
                .contains(2);
        assertThat(config.<Set<String>>read(Config.Reader::units)).containsExactly("HSC", "Robo-AO");
        assertThat(config.shown()).anyMatch(line -> line.startsWith("scheduler.units.HSC.line-rate: 1 Mbit/s"));
    }

    @Test
    void aMistakeInAUnitsSettingsIsSaidWithWhatWasMeant() throws IOException {
        write("""
                scheduler:
                  units:
                    HSC: {limt: 2, line-rate: fast, hours: not 18:00-06:00 Hawaii, mode: batched}
                """);
        assertThat(Config.from(Map.of(), folder).check())
                .hasSize(4)
                .anyMatch(line -> line.contains("scheduler.units.HSC.limt; did you mean scheduler.units.HSC.limit?"))
                .anyMatch(line -> line.contains("line-rate must be a rate such as 125 kB/s or 1 Mbit/s"))
                .anyMatch(line -> line.contains("not 'not 18:00-06:00 Hawaii'"))
                .anyMatch(line -> line.contains("mode must be one of parallel, serial, batch, end-of-night"));
    }

    @Test
    void onlyWhatUnitsDifferInCanBeSetForOne() {
        assertThat(Config.of(Map.of("portal.units.HSC.port", "1")).check())
                .singleElement()
                .asString()
                .contains("there is no setting portal.units.HSC.port");
    }

    @Test
    void everySettingHasItsOwnNameAndVariable() {
        List<Setting<?>> all = Settings.all();
        assertThat(all).extracting(Setting::name).doesNotHaveDuplicates();
        assertThat(all).extracting(Setting::variable).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(setting -> assertThat(setting.about()).endsWith("."));
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("vigil.yaml"), yaml);
    }
}

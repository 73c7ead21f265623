package dev.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where no broker answers, what is wrong with the call itself is still told first. */
class WrongCallsTest {
    private static final String WORDS = " +";

    @TempDir
    Path folder;

    private Path settings;

    @BeforeEach
    void nothingRuns() throws Exception {
        settings = Files.writeString(
                folder.resolve("vigil.yaml"),
                "kafka.bootstrap.servers: 127.0.0.1:1\nkafka.default.api.timeout.ms: 300\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frames --standing failed --standing stalled",
                "frames --standing failed,stalled --json",
                "dead-letters send-again --from-topic a.topic.of.another.version"
            })
    void theseAreRightAndFailOnlyForWantOfABroker(String call) {
        assertThat(vigil(call).status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"again", "close", "expect", "retry", "ingested"})
    void blanksAreNoReason(String command) {
        Run run = Run.vigil(command, "T1/2026-11-19/a.fits", "--why", " ", "--settings", settings.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--why", "say why");
    }

    private Run vigil(String call) {
        boolean isOfADeployment = !call.matches("(instrument|refcat|export|no-such|--no-such).*");
        Stream<String> target = isOfADeployment ? Stream.of("--settings", settings.toString()) : Stream.empty();
        return Run.vigil(Stream.concat(Stream.of(call.split(WORDS)), target).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-such-command",
                "--no-such-option",
                "status --no-such-option",
                "status 2026-13-01",
                "status T1/2026-02-30",
                "status 2026-11-19..2026-11-01",
                "status ..",
                "frames 2026-13-01",
                "frames --standing lost",
                "frames --sky --not-good",
                "frames --sky --standing failed",
                "exposures 2026-13-01",
                "verify 2026-11-31",
                "verify T1/2026-11-01..2026-11-31",
                "tail",
                "tail frames.lost",
                "tail frames.announced frames.failed",
                "retry",
                "retry 2026-13-01",
                "retry T1/2026-11-19/#12",
                "again T1/2026-11-19/#12 --why it",
                "retry T1/2026-11-19/a?.fits",
                "again a.fits --why it",
                "again T1/masters/BIAS/x/v1 --judge --why it",
                "again T1/2026-11-19/a.fits",
                "backfill --unit T1",
                "backfill --unit T1 --since 2026-13-01",
                "backfill --unit T1 --since 2999-01-01",
                "backfill --unit T1 --since 2026-11-19 --until 2026-11-01",
                "release --until 2026-13-01",
                "close a.fits --why it",
                "close T1/2026-11-19 --why it",
                "close T1/2026-13-01/#12 --why it",
                "close T1/2026-11-19/#12-3 --why it",
                "close T1/2026-11-19/a.fits",
                "ingested",
                "ingested a.fits",
                "simulate --instrument hubble --incoming in",
                "simulate --flaw clouds --incoming in",
                "simulate --flaw truncated=many --incoming in",
                "simulate --flaw truncated=9999 --incoming in",
                "simulate --fields nowhere --incoming in",
                "simulate --frames 1 --incoming in",
                "simulate --size 1 --incoming in",
                "simulate --every -1 --incoming in",
                "simulate --night 2026-13-01 --incoming in",
                "instrument",
                "instrument show hubble",
                "instrument check hubble",
                "instrument gain hubble",
                "instrument list --profiles no-such-folder",
                "refcat cone none.stars 400",
                "refcat import a.csv --out a.stars --format hipparcos",
                "refcat import a.csv --out a.stars --columns what=X",
                "refcat import a.csv --out a.stars --within 1,2",
                "export a.fits",
                "export a.fits --out there --names {",
                "export a.fits --out there --wcs zpn",
                "config",
                "config check more",
                "kafka",
                "kafka console-eater",
                "dead-letters show",
                "dead-letters show one",
                "dead-letters send-again",
                "dead-letters send-again 1 --all"
            })
    void aWrongCallEndsWithTwoAndSaysWhereTheHelpIs(String call) {
        Run run = vigil(call);
        assertThat(run.status()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).startsWith("vigil: ").contains("Try 'vigil").doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status 2026-11-19",
                "frames T1/2026-11-01..",
                "close T1/2026-11-19/#12 --why it",
                "dead-letters list"
            })
    void aGoodCallThatCannotBeDoneEndsWithOne(String call) {
        Run run = vigil(call);
        assertThat(run.status()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).contains("127.0.0.1:1").doesNotContain("Try 'vigil");
    }

    @Test
    void aNightIsNotClosedAsAWhole() {
        assertThat(vigil("close T1/2026-11-19 --why it").err())
                .contains("a night is not closed as a whole", "vigil frames T1/2026-11-19 lists");
    }

    @Test
    void missingNumbersAreNotTriedAgain() {
        Run run = Run.vigil("retry", "7DT05/2026-11-21/t10001 r#12", "--settings", settings.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("t10001 r#12 names missing numbers", "put them into their folder", "vigil close");
    }

    @Test
    void aFirstNightToComeIsSaidToBeThat() {
        assertThat(vigil("backfill --unit T1 --since 2999-01-01").err())
                .contains("--since 2999-01-01 lies in the future")
                .doesNotContain("--until");
    }

    @Test
    void aFileThatIsNotThereIsNoWrongCall() {
        assertThat(vigil("refcat info none.stars").status()).isEqualTo(1);
        assertThat(vigil("ingested --from none.txt").status()).isEqualTo(1);
    }
}

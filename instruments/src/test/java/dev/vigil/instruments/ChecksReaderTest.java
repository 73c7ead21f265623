package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vigil.instruments.checks.CheckLevel;
import dev.vigil.instruments.checks.QualityCheck;
import dev.vigil.instruments.checks.QualityChecks;
import dev.vigil.instruments.checks.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksReaderTest {
    @TempDir
    Path folder;

    private QualityChecks read(String checks) throws IOException {
        write(checks);
        return Profiles.bundledAnd(folder).named("mine").orElseThrow().checks();
    }

    private List<String> mistakesIn(String checks) throws IOException {
        write(checks);
        return catchThrowableOfType(ProfileMistakes.class, () -> Profiles.bundledAnd(folder)).mistakes().stream()
                .map(Mistake::toString)
                .toList();
    }

    private void write(String checks) throws IOException {
        Files.writeString(
                folder.resolve("mine.yaml"), "profile: mine\nextends: generic\nunits: [MINE]\nchecks:\n" + checks);
    }

    private static QualityCheck named(QualityChecks checks, String name) {
        return checks.all().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyProfileOfImagersExpectsAtLeastTwentyThings() {
        Profiles profiles = Profiles.bundled();
        for (String name : List.of("generic", "7dt", "latiss", "decam", "hsc")) {
            QualityChecks checks = profiles.named(name).orElseThrow().checks();
            assertThat(checks.all()).as(name).hasSizeGreaterThanOrEqualTo(20);
            assertThat(checks.all()).extracting(QualityCheck::card).doesNotHaveDuplicates();
        }
    }

    /** A card has 80 places, and 33 of them are for keyword and value. */
    @Test
    void whatABundledCheckSaysStandsWholeInItsCard() {
        assertThat(Profiles.bundled().all())
                .flatExtracting(profile -> profile.checks().all())
                .extracting(QualityCheck::says)
                .allSatisfy(words -> assertThat(words).hasSizeLessThanOrEqualTo(80 - 33));
    }

    @Test
    void aProfileChangesALimitAndLeavesTheRestOfTheCheckAsItWas() throws IOException {
        QualityCheck seeing = named(read("  seeing: {most: 2.5, severity: error}\n"), "seeing");
        assertThat(seeing.limits().most()).contains(2.5);
        assertThat(seeing.severity()).isEqualTo(Severity.ERROR);
        assertThat(seeing.levels()).containsExactlyInAnyOrder(CheckLevel.QUICK_LOOK, CheckLevel.REDUCED);
        assertThat(seeing.card()).isEqualTo("QCSEEING");
    }

    @Test
    void aProfileLeavesACheckOut() throws IOException {
        assertThat(read("  seeing: {off: true}\n").all())
                .extracting(QualityCheck::name)
                .contains("starsRound")
                .doesNotContain("seeing");
    }

    @Test
    void aWordOfTheHeadersStandsForItsKeywords() {
        QualityCheck cold =
                named(Profiles.bundled().named("generic").orElseThrow().checks(), "sensorCold");
        assertThat(cold.subject()).hasToString("card CCD-TEMP or CCDTEMP or DETTEMP minus card SET-TEMP");
    }

    @Test
    void mistakesNameTheFileAndTheKeyAndSayWhatIsKnown() throws IOException {
        assertThat(mistakesIn("""
                          seeing: {most: fast}
                          sharp: {level: reduced, measured: sharpness, most: 1, says: It is sharp.}
                          windy: {level: raw, surroundings: gusts, most: 10, says: There is no storm.}
                          odd: {level: later, noFlag: [HUGE], severity: fatal, says: It is usual.}
                          two: {level: raw, header: [A], measured: sky, most: 1, says: One thing.}
                          any: {level: raw, header: [A]}
                          comma: {level: raw, header: [A], most: "1,5", says: Little.}
                          none: {level: raw, header: [A], least: 2, most: 1, says: Nothing.}
                          seeing2: {level: raw, header: [A], most: 1, card: QCSEEING, says: Twice.}
                          long: {level: raw, header: [A], most: 1, card: MUCHTOOLONG, says: Long.}
                        """))
                .anySatisfy(said ->
                        assertThat(said).isEqualTo("mine.yaml.checks.seeing.most: must be a number, not 'fast'"))
                .contains("mine.yaml.checks.comma.most: must be a number, not '1,5': write 1.5")
                .anySatisfy(said -> assertThat(said)
                        .startsWith("mine.yaml.checks.sharp.measured: 'sharpness' is not measured; these are: level"))
                .anySatisfy(said ->
                        assertThat(said).startsWith("mine.yaml.checks.windy.surroundings: 'gusts' is not among"))
                .anySatisfy(said -> assertThat(said)
                        .startsWith("mine.yaml.checks.odd.level: must be one of raw, quick look, reduced, master"))
                .anySatisfy(said -> assertThat(said).startsWith("mine.yaml.checks.odd.noFlag: 'HUGE' is no flag"))
                .anySatisfy(said -> assertThat(said)
                        .isEqualTo("mine.yaml.checks.odd.severity: must be one of warning, error, not 'fatal'"))
                .anySatisfy(said ->
                        assertThat(said).startsWith("mine.yaml.checks.two.measured: a check is about one thing"))
                .contains(
                        "mine.yaml.checks.any.says: is missing",
                        "mine.yaml.checks.any.least: or most must be given: any number would do")
                .anySatisfy(
                        said -> assertThat(said).startsWith("mine.yaml.checks.none.least: must not be more than most"))
                .anySatisfy(said -> assertThat(said)
                        .startsWith("mine.yaml.checks.seeing2.card: QCSEEING is also that of the check seeing"))
                .anySatisfy(said -> assertThat(said)
                        .startsWith("mine.yaml.checks.long.card: must be a FITS keyword of at most eight letters"));
    }
}

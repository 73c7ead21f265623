package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vigil.imaging.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberingTest {
    @TempDir
    Path folder;

    private static Optional<Numbering.Number> number(String unit, String fileName) {
        return Profiles.bundled().profileFor(unit).numberInName(fileName);
    }

    @Test
    void numbersOfANightRunOnWhateverTheFrameIs() {
        assertThat(number("LATISS", "AT_O_20240115_000123.fits")).contains(new Numbering.Number("", 123, false));
        assertThat(number("DECam", "DECam_00163296.fits.fz")).contains(new Numbering.Number("", 163296, false));
        assertThat(number("HSC", "HSCA12345600.fits")).contains(new Numbering.Number("", 123456, false));
    }

    @Test
    void sevenDtCountsTheFramesOfATargetInAFilter() {
        assertThat(number("7DT01", "7DT01_20250521_070659_T11746_i_1x1_100.0s_0003.fits"))
                .contains(new Numbering.Number("t11746 i", 3, false));
        assertThat(number("7DT01", "7DT01_LIGHT_Serpens_main_2024-04-02_08-11-54_r_1x1_60.00s_0003.fits"))
                .contains(new Numbering.Number("light serpens_main r", 3, false));
    }

    @Test
    void aNumberWhoseHeaderContradictsItsNameMayBeOfEitherSeries() {
        assertThat(numbers("7DT01_DARK_M5_2026-11-20_00-15-02_r_1x1_100.00s_0003.fits", Frames.science()))
                .contains(
                        new Numbering.Number("dark m5 r", 3, true),
                        new Numbering.Number("light m5 r", 3, true),
                        new Numbering.Number("m5 r", 3, true));
        assertThat(numbers("7DT01_20261120_031502_M5_i_1x1_100.0s_0003.fits", Frames.science()))
                .containsExactly(new Numbering.Number("m5 i", 3, true), new Numbering.Number("m5 r", 3, true));
        assertThat(numbers("7DT01_LIGHT_M5_2026-11-20_00-15-02_r_1x1_100.00s_0003.fits", Frames.science()))
                .containsExactly(new Numbering.Number("light m5 r", 3, false));
    }

    private static List<Numbering.Number> numbers(String fileName, Header.Builder header) {
        Profile profile = Profiles.bundled().profileFor("7DT01");
        Judged judged = profile.judge(new FrameSource(
                "7DT01", "2026-11-19/" + fileName, List.of(Frames.image(0, header.build())), Frames.NOW));
        return profile.numbersOf(fileName, Frames.frame(judged));
    }

    @Test
    void whereNothingIsCountedNothingCanBeMissing() {
        assertThat(number("T1", "science_0003.fits")).isEmpty();
        assertThat(number("LATISS", "notes.fits")).isEmpty();
    }

    @Test
    void anExposureOfHyperSuprimeCamIsAHundredAndTwelveFiles() {
        Numbering numbering = Profiles.bundled().profileFor("HSC").numbering();
        assertThat(numbering.members()).contains(new Numbering.Members(0, 111));
        assertThat(numbering.quiet()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void mistakesAreToldWithWhatMayStandThere() throws IOException {
        Files.writeString(
                folder.resolve("bad.yaml"),
                "profile: bad\nextends: generic\nnumbering: {by: [moon]}\nexposures: {members: 112}\n");
        ProfileMistakes mistakes = catchThrowableOfType(ProfileMistakes.class, () -> Profiles.bundledAnd(folder));
        assertThat(mistakes.getMessage())
                .contains("'moon' numbers nothing; it may be night, type, object or filter")
                .contains("members: must be two numbers, the lower first, such as 0-111");
    }
}

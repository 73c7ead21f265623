package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of file name that the instruments are known to write, and what each says. */
class NameFormsTest {
    private static final Profiles PROFILES = Profiles.bundled();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // unit, name, type, object, filter, exposure, number
                "7DT01, 7DT01_20250521_070659_T11746_i_1x1_100.0s_0000.fits, -, T11746, i, 100.0, 0",
                "7DT01, 7DT01_20250521_070659_T11746_i_1x1_100.0s_0000.fits.fz, -, T11746, i, 100.0, 0",
                "7DT01, 7DT01-20240527-061352-M107-m400-10.0s-0000.fits, -, M107, m400, 10.0, 0",
                "7DT01, 7DT01_LIGHT_Serpens_main_2024-04-02_08-11-54_r_1x1_60.00s_0003.fits, LIGHT, Serpens_main, r, 60.0, 3",
                "7DT01, 7DT01_LIGHT_COSMOS_2024-03-11_02-09-07_m675_2x2_120.00s_0005.fits, LIGHT, COSMOS, m675, 120.0, 5",
                "7DT01, 7DT01_LIGHT_COSMOS_2024-03-11_02-09-07_m675_120.00s_0005.fits, LIGHT, COSMOS, m675, 120.0, 5",
                "7DT02, 7DT02_BIAS__2024-03-11_10-00-01_r_1x1_0.00s_0004.fits, BIAS, -, r, 0.0, 4",
                "7DT03, 7DT03_FLAT_FlatWizard_2024-03-11_22-40-10_g_1x1_3.20s_0007.fits, FLAT, FlatWizard, g, 3.2, 7",
                "7DT04, LIGHT_FOCUS7522__WD0123-262_2023-11-02_03-14-15_r_60.00s_0001.fits, LIGHT, WD0123-262, r, 60.0, 1",
                "7DT04, LIGHT_FOCUS7522___2023-11-02_03-14-15_r_5.00s_0001.fits, LIGHT, -, r, 5.0, 1",
                "7DT04, LIGHT_focustest_M5_2023-11-02_03-20-00_r_5.00s_0001.fits, LIGHT, focustest_M5, r, 5.0, 1",
                "7DT04, BIAS__2023-11-02_10-00-00_r_0.00s_0001.fits, BIAS, -, r, 0.0, 1",
                "7DT04, FLAT_dome_2023-11-02_22-00-00_g_3.00s_0002.fits, FLAT, dome, g, 3.0, 2",
                "7DT05, Object_2023-10-12_03-01-14_r_-9.82_60.00s_0021.fits, -, Object, r, 60.0, 21",
                "7DT05, BIAS_2023-10-12_10-01-14__-9.82_0.00s_0003.fits, BIAS, -, -, 0.0, 3",
                "7DT05, 2023-10-12_03-01-14_r_-9.82_60.00s_0021.fits, -, -, r, 60.0, 21",
                "7DT05, LTT1020_2023-10-12_03-01-14_r_$$$$_60.00s_0021.fits, -, LTT1020, r, 60.0, 21",
                "LATISS, AT_O_20200501_000123.fits, -, -, -, -, 123",
                "DECam, DECam_00123456.fits.fz, -, -, -, -, 123456",
                "DECam, c4d_190301_034512_ori.fits.fz, -, -, -, -, -",
                "HSC, HSCA12345600.fits, -, -, -, -, 123456",
                "KPF, KP.20240501.12345.67.fits, -, -, -, -, -",
                "Robo-AO, 3_HD_12345_lp600_i_0_20160812_031502.123456.fits.bz2, -, HD_12345, i, -, -",
                "Robo-AO, 3_HD12345_VIC_lp600_x_20160812_031502.123456_1.fits.bz2, -, HD12345, lp600, -, 1",
                "Robo-AO, bias_0_20160812_031502.123456.fits.bz2, bias, -, -, -, -",
                "Robo-AO, seeing_HD1_VIC_i__20160812_031502.123456.fits.bz2, seeing, -, -, -, -",
            })
    void aNameSaysWhatItsFormHolds(
            String unit, String name, String type, String object, String filter, Double exposure, Long number) {
        NameFacts facts = PROFILES.profileFor(unit).namesIn(name);
        assertThat(facts.fits()).as(name).isTrue();
        assertThat(facts.type().orElse(null)).isEqualTo(type);
        assertThat(facts.object().orElse(null)).isEqualTo(object);
        assertThat(facts.filter().orElse(null)).isEqualTo(filter);
        assertThat(facts.exposure().orElse(null)).isEqualTo(exposure);
        assertThat(facts.number().orElse(null)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "7DT01, 7DT01_20250521_070659_T11746_i_1x1_100.0s_0000.fits, 2025-05-21T07:06:59Z",
        "7DT01, 7DT01-20240527-061352-M107-m400-10.0s-0000.fits, 2024-05-27T06:13:52Z",
        "DECam, c4d_190301_034512_ori.fits.fz, 2019-03-01T03:45:12Z",
        "KPF, KP.20240501.12345.67.fits, 2024-05-01T03:25:45.670Z",
        "Robo-AO, dark_1_20160812_031502.123456.fits.bz2, 2016-08-12T03:15:02Z",
    })
    void aNameWithATimeInUtcSaysIt(String unit, String name, String time) {
        assertThat(PROFILES.profileFor(unit).namesIn(name).time()).hasToString("Optional[" + time + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "7DT04, 7DT04_LIGHT_M5_2024-04-02_08-11-54_r_1x1_60.00s_0003.fits",
        "LATISS, AT_O_20200501_000123.fits",
        "KPF, KP.20240501.99999.99.fits",
    })
    void aNameWhoseTimeIsLocalOrNoneSaysNoTime(String unit, String name) {
        assertThat(PROFILES.profileFor(unit).namesIn(name).time()).isEmpty();
    }

    static Stream<String> otherNames() {
        return Stream.of(
                "notes_2024.fits", "7DT01_20250521_T11746.fits", "7DT01_20250521_070659_T11746_i_1x1_100.0s_0000.fit");
    }

    @ParameterizedTest
    @MethodSource("otherNames")
    void anotherNameIsOfNoForm(String name) {
        assertThat(PROFILES.profileFor("7DT01").formOf(name)).isEmpty();
        assertThat(PROFILES.profileFor("7DT01").namesIn(name).fits()).isFalse();
    }

    @Test
    void theContinuationsOfACubeAreOfOneExposure() {
        Profile profile = PROFILES.profileFor("Robo-AO");
        assertThat(Arrays.stream(new String[] {"", "_1", "_2"})
                        .map(more -> profile.namesIn("3_HD1_VIC_i_0_20160812_031502.123456" + more + ".fits.bz2"))
                        .map(NameFacts::group)
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "7DT05, 2025-07-01, true",
        "7DT05, 2025-07-01_gain2750, true",
        "7DT05, 2025-07-01_2x2, true",
        "7DT05, 2025-07-01_gain2750_ToO, true",
        "7DT05, 20250701_morning_dark, true",
        "7DT05, old/2025-07-01, false",
        "7DT05, 2025-07-01_backup, false",
        "7DT05, 2025-02-29, false",
        "7DT05, 20251340, false",
        "LATISS, storage/2020-05-01, true",
        "LATISS, 20200501, true",
        "KPF, L0/20240501, true",
        "KPF, 2D/20240501, false",
        "KPF, L0/20240500, false",
        "TEL01, whatever/it/is, true",
    })
    void foldersAreHeldAgainstTheProfile(String unit, String folders, boolean right) {
        assertThat(PROFILES.profileFor(unit).isFolder(folders)).isEqualTo(right);
    }
}

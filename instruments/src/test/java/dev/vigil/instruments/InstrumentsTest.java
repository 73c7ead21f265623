package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.offset;

import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames with the headers of each instrument, judged by its profile. */
class InstrumentsTest {
    private static final Profiles PROFILES = Profiles.bundled();

    // ---- 7DT

    @Test
    void aFrameThatNinaWroteIsReadInItsDialect() {
        FrameDescription frame =
                taken("7DT05", "2026-11-19/7DT05_20261120_031502_T11746_i_1x1_100.0s_0007.fits", nina());
        assertThat(frame.type()).isEqualTo(FrameType.SCIENCE);
        assertThat(frame.night().date()).contains(LocalDate.parse("2026-11-19"));
        assertThat(frame.flags()).containsExactly(Flag.SKY_TILE);
        assertThat(frame.numbers().running()).contains(7L);
        assertThat(frame.surroundings())
                .contains(entry("cloudFraction", 0.25), entry("skyBrightness", 21.7), entry("skyLux", 0.0012));
        assertThat(frame.surroundings().get("windSpeed")).isEqualTo(10.0, offset(1e-9));
        assertThat(frame.surroundings().get("windGust")).isEqualTo(20.0, offset(1e-9));
    }

    @Test
    void aFrameThatTcspyWroteIsReadInItsDialect() {
        Header.Builder header = tcspy();
        FrameDescription frame = taken("7DT05", "2026-11-19/7DT05_20261120_031502_M5_i_1x1_100.0s_0000.fits", header);
        assertThat(frame.surroundings())
                .containsEntry("cloudFraction", 0.25)
                .containsEntry("skyBrightness", 21.7)
                .containsEntry("windGust", 20.0)
                .doesNotContainKey("skyLux");
    }

    @Test
    void aNameThatSaysNoTypeContradictsNoHeader() {
        Header.Builder bias = tcspy().put("IMAGETYP", "BIAS", "").put("EXPTIME", 0.0, "");
        FrameDescription frame = taken("7DT05", "2026-11-19/7DT05_20261120_031502_Bias_i_1x1_0.0s_0000.fits", bias);
        assertThat(frame.type()).isEqualTo(FrameType.BIAS);
        assertThat(frame.flags()).containsExactly(Flag.GAIN_UNKNOWN);
    }

    @Test
    void theGainSettingOfACmosCameraIsLookedUp() {
        FrameDescription frame = taken("7DT05", "2026-11-19/a.fits", tcspy().put("GAIN", 2750, ""));
        assertThat(frame.detectors().get(0).amplifiers().get(0).electronsPerAdu())
                .contains(0.256);
    }

    @Test
    void theReadNoiseIsTheHeadersElseTheProfiles() {
        assertThat(readNoise(tcspy().put("GAIN", 2750, ""))).contains(1.5);
        assertThat(readNoise(tcspy().put("GAIN", 2750, "").put("RDNOISE", 1.7, "")))
                .contains(1.7);
        assertThat(readNoise(tcspy().put("GAIN", 0, ""))).isEmpty();
    }

    private static Optional<Double> readNoise(Header.Builder header) {
        return taken("7DT05", "2026-11-19/a.fits", header)
                .detectors()
                .get(0)
                .amplifiers()
                .get(0)
                .readNoiseElectrons();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GW190425", "S190425z", "AT2017gfo", "SN2023ixf", "GRB170817A", "FRB20180916", "EP240315a"})
    void aTargetOfOpportunityIsKnownByTheFormOfItsName(String object) {
        assertThat(taken("7DT05", "2026-11-19/a.fits", tcspy().put("OBJECT", object, ""))
                        .flags())
                .contains(Flag.TARGET_OF_OPPORTUNITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GW Ori", "S Mon", "ATLAS", "SN", "EP Aqr", "contest", "AF Leporis", "Snapshott"})
    void aStarOfASimilarNameIsNone(String object) {
        assertThat(taken("7DT05", "2026-11-19/a.fits", tcspy().put("OBJECT", object, ""))
                        .flags())
                .doesNotContain(Flag.TARGET_OF_OPPORTUNITY);
    }

    @Test
    void theHeadersWordOnOpportunityMayBeALogicalOrAText() {
        assertThat(taken("7DT05", "2026-11-19/a.fits", tcspy().put("IS_TOO", true, ""))
                        .flags())
                .contains(Flag.TARGET_OF_OPPORTUNITY);
        assertThat(taken("7DT05", "2026-11-19/a.fits", tcspy().put("IS_TOO", "True", ""))
                        .flags())
                .contains(Flag.TARGET_OF_OPPORTUNITY);
        assertThat(taken("7DT05", "2026-11-19/a.fits", tcspy().put("IS_TOO", "False", ""))
                        .flags())
                .doesNotContain(Flag.TARGET_OF_OPPORTUNITY);
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT, SCIENCE",
        "Light Frame, SCIENCE",
        "BIAS, BIAS",
        "Bias Frame, BIAS",
        "DARK, DARK",
        "DARKFLAT, DARK",
        "FLAT, FLAT",
        "Flat Field, FLAT",
        "SNAPSHOT, OTHER",
    })
    void everyValueOfImagetypIsKnown(String value, FrameType type) {
        assertThat(Frames.frame(judged("7DT05", "2026-11-19/a.fits", tcspy().put("IMAGETYP", value, "")))
                        .type())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"focus", "M5_autofocus", "focustest_M5", "test 3", "calib", "af"})
    void aTestOrFocusFrameIsExcludedByARule(String object) {
        assertThat(judged("7DT05", "2026-11-19/a.fits", tcspy().put("OBJECT", object, "")))
                .isInstanceOf(Judged.Excluded.class);
    }

    @Test
    void aFrameFromBeforeTheSurveyIsRefused() {
        Judged judged = judged("7DT05", "2023-01-01/a.fits", tcspy().put("DATE-OBS", "2023-01-02T03:00:00", ""));
        assertThat(((Judged.Refused) judged).reason()).contains("before 2023-10-09");
    }

    @Test
    void whatTheNameSaysOtherwiseIsFlagged() {
        FrameDescription frame = taken("7DT05", "2026-11-19/7DT06_20261120_041502_M5_r_1x1_60.0s_0000.fits", tcspy());
        assertThat(frame.flags())
                .contains(
                        Flag.NAME_DISAGREES_ON_UNIT,
                        Flag.NAME_DISAGREES_ON_TIME,
                        Flag.NAME_DISAGREES_ON_FILTER,
                        Flag.NAME_DISAGREES_ON_EXPOSURE);
    }

    @ParameterizedTest
    @CsvSource({
        "7DT05_20261120_031502_T11746_i_1x1_100.0s_0000.fits, NAME_DISAGREES_ON_OBJECT, 'the object T11746, the header M5'",
        "7DT05-20261120-031502-M107-i-100.0s-0000.fits, NAME_DISAGREES_ON_OBJECT, 'the object M107, the header M5'",
        "LIGHT_Serpens_main_2026-11-20_03-15-02_i_100.00s_0003.fits, NAME_DISAGREES_ON_OBJECT, 'Serpens_main, the header M5'",
        "7DT05_20261120_031502_M5_i_2x2_100.0s_0000.fits, NAME_DISAGREES_ON_BINNING, 'the binning 2x2, the header 1x1'",
        "7DT05-20261120-031502-M5-i-2x2-100.0s-0000.fits, NAME_DISAGREES_ON_BINNING, 'the binning 2x2, the header 1x1'",
        "7DT05_LIGHT_M5_2026-11-20_03-15-02_i_2x2_100.00s_0003.fits, NAME_DISAGREES_ON_BINNING, 'the binning 2x2, the header 1x1'",
    })
    void anotherObjectOrBinningInTheNameIsFlaggedInWords(String name, Flag flag, String words) {
        FrameDescription frame = taken("7DT05", "2026-11-19/" + name, binned());
        assertThat(frame.flags()).containsExactly(flag);
        assertThat(frame.remarks().get(flag)).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "NGC_4993, ngc 4993",
        "Serpens-main, Serpens_Main",
        "M5, M 5",
        "WD0123-262, WD 0123-262",
        "GRO_J1655_40, GRO J1655/40",
    })
    void theSameObjectSpelledForAFileNameIsNoOther(String inName, String inHeader) {
        String path = "2026-11-19/7DT05_20261120_031502_" + inName + "_i_1x1_100.0s_0000.fits";
        assertThat(taken("7DT05", path, tcspy().put("OBJECT", inHeader, "")).flags())
                .doesNotContain(Flag.NAME_DISAGREES_ON_OBJECT);
    }

    @Test
    void whatACalibrationFrameCallsItsObjectIsNotCompared() {
        Header.Builder flat = tcspy().put("IMAGETYP", "FLAT", "").put("OBJECT", "FlatWizard", "");
        assertThat(taken("7DT05", "2026-11-19/FLAT_dome_2026-11-20_03-15-02_i_100.00s_0002.fits", flat)
                        .flags())
                .containsExactly(Flag.GAIN_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-19_gain2750_2x2, FOLDER_DISAGREES_ON_BINNING, 'the binning 2x2, the header 1x1'",
        "20261119_2x2, FOLDER_DISAGREES_ON_BINNING, 'the binning 2x2, the header 1x1'",
        "2026-11-19_gain0, FOLDER_DISAGREES_ON_GAIN, 'the gain setting 0, the header 2750'",
        "2026-11-19_gain2750_flat, FOLDER_DISAGREES_ON_TYPE, 'for flat frames, the header says science'",
        "20261119_morning_dark, FOLDER_DISAGREES_ON_TYPE, 'for dark frames, the header says science'",
        "2026-11-19_ToO, FOLDER_DISAGREES_ON_OPPORTUNITY, 'the header says that this is none'",
    })
    void aFolderThatIsForSomethingElseIsFlaggedInWords(String folder, Flag flag, String words) {
        FrameDescription frame = taken("7DT05", folder + "/a.fits", binned());
        assertThat(frame.flags()).containsExactly(flag);
        assertThat(frame.remarks().get(flag)).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-19_gain2750_1x1", "20261119", "2026-11-19_copy_2x2"})
    void aFolderThatAgreesOrIsOfNoFormIsNotFlagged(String folder) {
        assertThat(taken("7DT05", folder + "/a.fits", binned()).flags()).isEmpty();
    }

    @Test
    void whereTheHeaderIsSilentTheFolderIsHeldAgainstTheName() {
        FrameDescription frame =
                taken("7DT05", "2026-11-19_2x2/7DT05_20261120_031502_M5_i_1x1_100.0s_0000.fits", tcspy());
        assertThat(frame.remarks().get(Flag.FOLDER_DISAGREES_ON_BINNING))
                .isEqualTo("the folder says the binning 2x2, the file name 1x1");
    }

    @Test
    void darksLieWithTheFlatsThatTheyAreFor() {
        Header.Builder dark = tcspy().put("IMAGETYP", "DARKFLAT", "");
        assertThat(taken("7DT05", "2026-11-19_flat/a.fits", dark).flags()).containsExactly(Flag.GAIN_UNKNOWN);
        Header.Builder flat = tcspy().put("IMAGETYP", "FLAT", "");
        assertThat(taken("7DT05", "2026-11-19_morning_dark/a.fits", flat).flags())
                .contains(Flag.FOLDER_DISAGREES_ON_TYPE);
    }

    @ParameterizedTest
    @CsvSource({"AT2026abc, False", "M5, True"})
    void aTargetOfOpportunityIsInItsFolder(String object, String said) {
        Header.Builder target = binned().put("OBJECT", object, "").put("IS_TOO", said, "");
        assertThat(taken("7DT05", "2026-11-19_ToO/a.fits", target).flags())
                .contains(Flag.TARGET_OF_OPPORTUNITY)
                .doesNotContain(Flag.FOLDER_DISAGREES_ON_OPPORTUNITY);
    }

    private static Header.Builder binned() {
        return tcspy().put("XBINNING", 1, "")
                .put("YBINNING", 1, "")
                .put("GAIN", 2750, "")
                .put("IS_TOO", "False", "");
    }

    @Test
    void aHyphenInTheUnitIsNoOtherUnit() {
        FrameDescription frame = taken("7DT-05", "20261119/7DT05_20261120_031502_M5_i_1x1_100.0s_0000.fits", tcspy());
        assertThat(frame.flags()).containsExactly(Flag.GAIN_UNKNOWN);
    }

    // ---- LATISS

    @Test
    void latissCountsTaiAndHasSixteenAmplifiers() {
        FrameDescription frame = frameOf("LATISS", "2026-11-19/AT_O_20261119_000123.fits", latiss("EMPTY_1"), 16);
        assertThat(frame.start()).isEqualTo(Instant.parse("2026-11-20T03:15:02Z"));
        assertThat(frame.night().date()).contains(LocalDate.parse("2026-11-19"));
        assertThat(frame.detectors()).hasSize(16);
        assertThat(frame.numbers().exposure()).isEqualTo("AT_O_20261119_000123");
        assertThat(frame.numbers().running()).contains(123L);
        assertThat(frame.flags()).containsExactly(Flag.GAIN_UNKNOWN);
    }

    @Test
    void theNightOfTheNameIsHeldAgainstTheHeaders() {
        assertThat(frameOf("LATISS", "2026-11-19/AT_O_20261118_000123.fits", latiss("EMPTY_1"), 16)
                        .flags())
                .contains(Flag.NAME_DISAGREES_ON_NIGHT);
    }

    @Test
    void theRunningNumberOfTheNameIsHeldAgainstTheHeaders() {
        FrameDescription frame = frameOf("LATISS", "2026-11-19/AT_O_20261119_000124.fits", latiss("EMPTY_1"), 16);
        assertThat(frame.remarks().get(Flag.NAME_DISAGREES_ON_NUMBER))
                .isEqualTo("the file name says the number 124, the header 123");
    }

    @Test
    void aFrameWithAGratingIsNoImage() {
        Judged judged = PROFILES.profileFor("LATISS").judge(mosaic("LATISS", "a.fits", latiss("holo4_003"), 16, ""));
        assertThat(((Judged.Excluded) judged).rule()).isEqualTo("dispersed");
    }

    // ---- DECam

    @Test
    void decamTakesTheFirstWordOfTheFilterAndTwoAmplifiersOfEachDetector() {
        FrameDescription frame = taken(mosaic("DECam", "2026-11-19/DECam_00123456.fits.fz", decam(), 3, "S29,N4,FS1"));
        assertThat(frame.filter()).contains("g");
        assertThat(frame.numbers().exposure()).isEqualTo("123456");
        assertThat(frame.detectors()).extracting(Detector::name).containsExactly("S29", "N4");
        assertThat(frame.detectors().get(0).amplifiers())
                .extracting(amplifier -> amplifier.electronsPerAdu().orElseThrow())
                .containsExactly(4.1, 4.2);
        assertThat(frame.required()).containsExactly(MasterKind.BIAS, MasterKind.FLAT);
    }

    @Test
    void anAbortedFlatNeverEntersASet() {
        Header.Builder aborted = decam().put("OBSTYPE", "dome flat", "").put("EXPREQ", 300.0, "");
        Judged judged = PROFILES.profileFor("DECam").judge(mosaic("DECam", "2026-11-19/a.fits.fz", aborted, 1, "S1"));
        assertThat(((Judged.Excluded) judged).rule()).isEqualTo("aborted");
    }

    @ParameterizedTest
    @CsvSource({
        "7DT05, 2026-11-19/7DT05_DARK__2026-11-20_03-15-02_i_1x1_100.00s_0004.fits, IMAGETYP, DARK",
        "7DT05, 2026-11-19/7DT05_20261120_031502_Flat_i_1x1_100.0s_0004.fits, IMAGETYP, FLAT",
        "LATISS, 2026-11-19/AT_O_20261119_000123.fits, IMGTYPE, DARK",
        "DECam, 2026-11-19/DECam_00123456.fits, OBSTYPE, dome flat",
        "HSC, 2026-11-19/HSCA12345617.fits, DATA-TYP, DARK",
        "KPF, L0/20261119/KP.20261120.11702.12.fits, IMTYPE, Dark",
        "KPF, L0/20261119/KP.20261120.11702.12.fits, IMTYPE, Arclamp",
        "Robo-AO, 20261119/dark_0_20261120_031502.123456.fits.bz2, IMAGETYP, dark",
        "TEL01, 2026-11-19/a.fits, IMAGETYP, DARK",
    })
    void anAbortedCalibrationFrameIsExcludedForEveryCamera(String unit, String path, String keyword, String type) {
        assertThat(calibration(unit, path, keyword, type, 95.5)).isInstanceOf(Judged.Described.class);
        Judged.Excluded aborted = (Judged.Excluded) calibration(unit, path, keyword, type, 40);
        assertThat(aborted.rule()).isEqualTo("aborted");
        assertThat(aborted.frame().remarks().get(Flag.EXPOSURE_ABORTED))
                .contains("40 s of the 100 s that were asked for");
    }

    /** A frame of 100 s by its header or its name, which ended after some of them. */
    private static Judged calibration(String unit, String path, String keyword, String type, double seconds) {
        Header.Builder header = part("GREEN_AMP1")
                .put(keyword, type, "")
                .put("OBJECT", "calibration", "")
                .put("FILTER", "i", "")
                .put("EXPTIME", unit.equals("KPF") ? 100.0 : seconds, "")
                .put("DATE-OBS", "2026-11-20T03:15:02.123", "");
        if (unit.equals("KPF")) {
            header.put("ELAPTIME", seconds, "");
        } else if (!unit.startsWith("7DT")) {
            header.put("EXPREQ", 100.0, "");
        }
        if (unit.equals("DECam")) {
            header.put("EXTNAME", "S29", "");
        }
        return judged(unit, path, header);
    }

    @Test
    void aNameThatSaysLessThanTheHeaderDisagreesButNothingWasCutShort() {
        Header.Builder dark = tcspy().put("IMAGETYP", "DARK", "");
        FrameDescription frame = taken("7DT05", "2026-11-19/7DT05_20261120_031502_Dark_i_1x1_60.0s_0000.fits", dark);
        assertThat(frame.flags()).contains(Flag.NAME_DISAGREES_ON_EXPOSURE).doesNotContain(Flag.EXPOSURE_ABORTED);
    }

    @Test
    void whatRoundingExplainsIsNotCutShort() {
        assertThat(new ExposureTime(0.02).isShortOf(new ExposureTime(0.1))).isFalse();
        assertThat(new ExposureTime(299.6).isShortOf(new ExposureTime(300))).isFalse();
        assertThat(new ExposureTime(300.4).isShortOf(new ExposureTime(300))).isFalse();
        assertThat(new ExposureTime(0.4).isShortOf(new ExposureTime(1))).isTrue();
        assertThat(new ExposureTime(280).isShortOf(new ExposureTime(300))).isTrue();
    }

    @Test
    void anAbortedScienceFrameIsTakenWithAFlag() {
        FrameDescription frame =
                taken(mosaic("DECam", "2026-11-19/a.fits.fz", decam().put("EXPREQ", 300.0, ""), 1, "S1"));
        assertThat(frame.flags()).contains(Flag.EXPOSURE_ABORTED);
    }

    // ---- Hyper Suprime-Cam

    @Test
    void hscPutsItsSectionsTogetherFromFourCardsAndGroupsByExposure() {
        Header.Builder header = Header.builder()
                .put("NAXIS", 2, "")
                .put("NAXIS1", 1056, "")
                .put("NAXIS2", 1024, "")
                .put("DATA-TYP", "OBJECT", "")
                .put("OBJECT", "COSMOS", "")
                .put("FILTER01", "HSC-g", "")
                .put("EXPTIME", 100.0, "")
                .put("DATE-OBS", "2026-11-20", "")
                .put("UT", "10:15:02.123", "")
                .put("EXP-ID", "HSCE00123456", "")
                .put("DET-ID", 17, "")
                .put("BIN-FCT1", 1, "")
                .put("BIN-FCT2", 1, "");
        for (int amplifier = 1; amplifier <= 4; amplifier++) {
            int left = 1 + 264 * (amplifier - 1);
            header.put("T_EFMN" + amplifier + "1", left, "")
                    .put("T_EFMX" + amplifier + "1", left + 255, "")
                    .put("T_EFMN" + amplifier + "2", 1, "")
                    .put("T_EFMX" + amplifier + "2", 1000, "")
                    .put("T_OSMN" + amplifier + "1", left + 256, "")
                    .put("T_OSMX" + amplifier + "1", left + 263, "")
                    .put("T_OSMN" + amplifier + "2", 1, "")
                    .put("T_OSMX" + amplifier + "2", 1000, "")
                    .put("T_GAIN" + amplifier, 3.0 + amplifier / 10.0, "");
        }
        FrameDescription frame = taken("HSC", "2026-11-19/HSCA12345617.fits", header);
        assertThat(frame.numbers().exposure()).isEqualTo("HSCE00123456");
        assertThat(frame.night().date()).contains(LocalDate.parse("2026-11-19"));
        assertThat(frame.configuration().binning()).contains("1x1");
        Detector detector = frame.detectors().get(0);
        assertThat(detector.name()).isEqualTo("17");
        assertThat(detector.amplifiers()).hasSize(4);
        assertThat(detector.amplifiers().get(1).data()).hasToString("[265:520,1:1000]");
        assertThat(detector.amplifiers().get(1).bias()).hasToString("Optional[[521:528,1:1000]]");
        assertThat(detector.amplifiers().get(3).electronsPerAdu()).contains(3.4);
        assertThat(detector.amplifiers().get(3).readNoiseElectrons()).contains(4.5);
    }

    // ---- Keck Planet Finder

    @Test
    void kpfFramesAreTakenAndNotReduced() {
        Header.Builder header = kpf();
        FrameDescription frame = taken(mosaic(
                "KPF",
                "L0/20240501/KP.20240501.12345.67.fits",
                header,
                5,
                "GREEN_AMP1,GREEN_AMP2,RED_AMP1,RED_AMP2,CA_HK"));
        assertThat(frame.object()).contains("10700");
        assertThat(frame.night().date()).contains(LocalDate.parse("2024-05-01"));
        assertThat(frame.detectors()).hasSize(4);
        assertThat(frame.lastLevel()).isEqualTo(Level.TRANSFERRED);
        assertThat(frame.required()).isEmpty();
        assertThat(frame.flags()).containsExactly(Flag.GAIN_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "Object, SCIENCE",
        "Bias, BIAS",
        "Dark, DARK",
        "Flatlamp, FLAT",
        "Widef, FLAT",
        "Arclamp, ARC",
        "Solar, SCIENCE",
    })
    void everyValueOfImtypeIsKnown(String value, FrameType type) {
        FrameSource source = mosaic("KPF", "20240501/a.fits", kpf().put("IMTYPE", value, ""), 1, "RED_AMP1");
        assertThat(taken(source).type()).isEqualTo(type);
    }

    // ---- Robo-AO

    @Test
    void aCubeIsTakenWhoseNameAloneSaysWhatItIs() {
        Header header = Header.builder()
                .put("NAXIS", 3, "")
                .put("NAXIS1", 1024, "")
                .put("NAXIS2", 1024, "")
                .put("NAXIS3", 25, "")
                .put("EXPTIME", 1.5, "")
                .put("FRAMENO", 4711, "")
                .put("DATE-OBS", "2016-08-12T03:15:02", "")
                .build();
        String name = "3_HD_12345_VIC_i_0_20160812_031502.123456";
        FrameSource source = new FrameSource(
                "Robo-AO", "20160811/" + name + "_1.fits.bz2", List.of(Frames.image(0, header)), Frames.NOW);
        FrameDescription frame = taken(source);
        assertThat(frame.type()).isEqualTo(FrameType.SCIENCE);
        assertThat(frame.object()).contains("HD_12345");
        assertThat(frame.numbers().exposure()).isEqualTo("20160811/" + name);
        assertThat(frame.night().date()).contains(LocalDate.parse("2016-08-11"));
        assertThat(frame.lastLevel()).isEqualTo(Level.TRANSFERRED);
        assertThat(frame.flags()).doesNotContain(Flag.NAME_DISAGREES_ON_NUMBER);
    }

    // ---- all

    @Test
    void aTypeThatNoProfileKnowsIsRefusedByItsName() {
        Judged judged = judged("7DT05", "2026-11-19/a.fits", tcspy().put("IMAGETYP", "Sculpture", ""));
        assertThat(((Judged.Refused) judged).category()).isEqualTo(RefusalCategory.UNKNOWN_TYPE);
        assertThat(((Judged.Refused) judged).reason()).contains("'Sculpture'").contains("7dt");
    }

    private static Judged judged(String unit, String path, Header.Builder header) {
        return PROFILES.profileFor(unit)
                .judge(new FrameSource(unit, path, List.of(Frames.image(0, header.build())), Frames.NOW));
    }

    private static FrameDescription taken(String unit, String path, Header.Builder header) {
        return taken(new FrameSource(unit, path, List.of(Frames.image(0, header.build())), Frames.NOW));
    }

    private static FrameDescription taken(FrameSource source) {
        Judged judged = PROFILES.profileFor(source.unit()).judge(source);
        assertThat(judged).isInstanceOf(Judged.Described.class);
        return Frames.frame(judged);
    }

    private static FrameDescription frameOf(String unit, String path, Header.Builder header, int images) {
        return taken(mosaic(unit, path, header, images, ""));
    }

    /** A primary header without data, and images below it that are named by a list. */
    private static FrameSource mosaic(String unit, String path, Header.Builder primary, int images, String names) {
        List<Hdu> hdus = new ArrayList<>(List.of(Frames.empty(primary.build())));
        String[] name = names.split(",");
        IntStream.range(0, images)
                .forEach(i -> hdus.add(
                        Frames.image(i + 1, part(i < name.length ? name[i] : "").build())));
        return new FrameSource(unit, path, hdus, Frames.NOW);
    }

    private static Header.Builder part(String name) {
        Header.Builder header =
                Header.builder().put("NAXIS", 2, "").put("NAXIS1", 1056, "").put("NAXIS2", 1024, "");
        if (!name.isEmpty()) {
            header.put("EXTNAME", name, "");
        }
        return header.put("DATASECA", "[1:512,1:1000]", "")
                .put("DATASECB", "[513:1024,1:1000]", "")
                .put("BIASSECA", "[1025:1040,1:1000]", "")
                .put("BIASSECB", "[1041:1056,1:1000]", "")
                .put("GAINA", 4.1, "")
                .put("GAINB", 4.2, "");
    }

    private static Header.Builder nina() {
        return Frames.science()
                .put("SWCREATE", "N.I.N.A. 3.1", "")
                .put("FILTER", "i", "")
                .put("CLOUDCVR", 25.0, "")
                .put("MPSAS", 21.7, "")
                .put("SKYBRGHT", 0.0012, "lux")
                .put("WINDSPD", 36.0, "km/h")
                .put("WINDGUST", 72.0, "km/h");
    }

    private static Header.Builder tcspy() {
        return Frames.science()
                .remove("EGAIN")
                .remove("SITELONG")
                .put("OBJECT", "M5", "")
                .put("FILTER", "i", "")
                .put("OBJTYPE", "RIS", "")
                .put("CLUDFRAC", 0.25, "")
                .put("SKYBRGHT", 21.7, "mag/arcsec2")
                .put("WINDSPED", 10.0, "m/s")
                .put("WINDGUST", 20.0, "m/s");
    }

    private static Header.Builder latiss(String grating) {
        return Header.builder()
                .put("NAXIS", 0, "")
                .put("IMGTYPE", "OBJECT", "")
                .put("OBJECT", "HD 1", "")
                .put("EXPTIME", 30.0, "")
                .put("FILTER", "SDSSr_65mm", "")
                .put("GRATING", grating, "")
                .put("OBSID", "AT_O_20261119_000123", "")
                .put("SEQNUM", 123, "")
                .put("TIMESYS", "TAI", "")
                .put("DATE-BEG", "2026-11-20T03:15:39", "");
    }

    private static Header.Builder decam() {
        return Header.builder()
                .put("NAXIS", 0, "")
                .put("OBSTYPE", "object", "")
                .put("OBJECT", "COSMOS", "")
                .put("EXPTIME", 90.0, "")
                .put("EXPNUM", 123456, "")
                .put("FILTER", "g DECam SDSS c0001 4720.0 1520.0", "")
                .put("DATE-OBS", "2026-11-20T03:15:02.123", "");
    }

    private static Header.Builder kpf() {
        return Header.builder()
                .put("NAXIS", 0, "")
                .put("IMTYPE", "Object", "")
                .put("TARGNAME", "10700", "")
                .put("OBJECT", "autocal", "")
                .put("EXPTIME", 120.0, "")
                .put("ELAPTIME", 120.01, "")
                .put("DATE-BEG", "2024-05-01T03:25:45.670", "");
    }
}

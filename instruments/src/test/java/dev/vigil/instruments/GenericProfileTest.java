package dev.vigil.instruments;

import static dev.vigil.instruments.Frames.described;
import static dev.vigil.instruments.Frames.generic;
import static dev.vigil.instruments.Frames.mosaic;
import static dev.vigil.instruments.Frames.refused;
import static dev.vigil.instruments.Frames.science;
import static dev.vigil.instruments.Frames.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.imaging.Header;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenericProfileTest {

    @Test
    void aScienceFrameIsDescribedFromItsHeader() {
        FrameDescription frame = described(source(science()));
        assertThat(frame.type()).isEqualTo(FrameType.SCIENCE);
        assertThat(frame.object()).contains("T11746");
        assertThat(frame.filter()).contains("r");
        assertThat(frame.exposure()).isEqualTo(Duration.ofSeconds(100));
        assertThat(frame.start()).isEqualTo(Instant.parse("2026-11-20T03:15:02.123Z"));
        assertThat(frame.night()).isEqualTo(Night.fromHeader(LocalDate.parse("2026-11-19")));
        assertThat(frame.numbers().exposure()).isEqualTo("2026-11-19/abc_0001");
        assertThat(frame.lastLevel()).isEqualTo(Level.REDUCED);
        assertThat(frame.recipe()).isEqualTo("imaging");
        assertThat(frame.required()).containsExactly(MasterKind.BIAS, MasterKind.DARK, MasterKind.FLAT);
        assertThat(frame.flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT,SCIENCE", "Light Frame,SCIENCE", "object,SCIENCE", "BIAS,BIAS", "Bias Frame,BIAS", "zero,BIAS",
        "DARK,DARK", "DARKFLAT,DARK", "FLAT,FLAT", "Flat Field,FLAT", "dome flat,FLAT", "domeflat,FLAT",
        "sky_flat,FLAT", "'  Dark-Frame ',DARK"
    })
    void frameTypesAreReadAsCamerasWriteThem(String written, FrameType type) {
        assertThat(described(source(science().put("IMAGETYP", written, ""))).type())
                .isEqualTo(type);
    }

    @Test
    void calibrationFramesEndWithTheirTransfer() {
        for (String type : List.of("BIAS", "DARK", "FLAT")) {
            FrameDescription frame = described(source(science().put("IMAGETYP", type, "")));
            assertThat(frame.lastLevel()).isEqualTo(Level.TRANSFERRED);
        }
    }

    @Test
    void domeAndTwilightFlatsAreToldApart() {
        assertThat(described(source(science().put("IMAGETYP", "dome flat", ""))).flatKind())
                .contains("dome");
        assertThat(described(source(science().put("IMAGETYP", "sky flat", ""))).flatKind())
                .contains("twilight");
        assertThat(described(source(science().put("IMAGETYP", "FLAT", ""))).flatKind())
                .isEmpty();
    }

    @Test
    void anUnknownTypeIsRefusedAndNamed() {
        Judged.Refused refused = refused(source(science().put("IMAGETYP", "WOBBLE", "")));
        assertThat(refused.category()).isEqualTo(RefusalCategory.UNKNOWN_TYPE);
        assertThat(refused.reason()).contains("IMAGETYP").contains("WOBBLE");
    }

    @Test
    void aNameThatSaysAnotherTypeIsAFlag() {
        FrameDescription frame =
                described(source("2026-11-19/dark_0001.fits", science().build()));
        assertThat(frame.type()).isEqualTo(FrameType.SCIENCE);
        assertThat(frame.flags()).containsExactly(Flag.NAME_DISAGREES_ON_TYPE);
    }

    @Test
    void aNameSaysTheTypeWhereTheHeaderIsSilent() {
        FrameDescription frame = described(
                source("2026-11-19/Bias-0001.fits", science().remove("IMAGETYP").build()));
        assertThat(frame.type()).isEqualTo(FrameType.BIAS);
        assertThat(frame.flags()).containsExactly(Flag.TYPE_FROM_NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OBJECT",
                "EGAIN",
                "CCD-TEMP",
                "BZERO",
                "RA",
                "OBJCTDEC",
                "CRVAL1",
                "CD1_2",
                "PV2_7",
                "A_0_2",
                "PIXSCALE",
                "AIRMASS",
                "SITELAT",
                "OBSGEO-B"
            })
    void whatAReductionReadsMatters(String keyword) {
        String before = described(source(science())).matteringCards();
        assertThat(described(source(science().put(keyword, 3.0, ""))).matteringCards())
                .isNotEqualTo(before);
        assertThat(described(source(science().put(keyword, 4.0, ""))).matteringCards())
                .isNotEqualTo(described(source(science().put(keyword, 3.0, ""))).matteringCards());
    }

    /** TELRA is in no list of keywords, and looked at by the check {@code pointingKnown}. */
    @Test
    void whatChecksLookAtMattersAndNothingElseDoes() {
        String before = described(source(science())).matteringCards();
        assertThat(described(source(science().put("TELRA", 3.0, ""))).matteringCards())
                .isNotEqualTo(before);
        assertThat(described(source(
                                science().put("OBSERVER", "Somebody else", "").history("edited")))
                        .matteringCards())
                .isEqualTo(before);
    }

    @Test
    void aFrameThatNothingGivesATypeIsRefused() {
        Judged.Refused refused = refused(source(science().remove("IMAGETYP")));
        assertThat(refused.category()).isEqualTo(RefusalCategory.MISSING_KEYWORD);
        assertThat(refused.reason()).contains("IMAGETYP");
    }

    @Test
    void aFrameWithoutDateObsIsRefusedWithWhatToDo() {
        Judged.Refused refused = refused(source(science().remove("DATE-OBS")));
        assertThat(refused.category()).isEqualTo(RefusalCategory.MISSING_KEYWORD);
        assertThat(refused.reason()).contains("DATE-OBS");
        assertThat(refused.remedy()).contains("DATE-OBS").contains("deliver the file again");
    }

    @Test
    void aCardThatIsThereWithoutAValueIsSaidToBeEmpty() {
        Judged.Refused refused = refused(source(science().put("EXPTIME", " ", "")));
        assertThat(refused.category()).isEqualTo(RefusalCategory.MISSING_KEYWORD);
        assertThat(refused.reason()).startsWith("EXPTIME is empty in the header: it is not known how long");
        assertThat(refused.remedy()).startsWith("give EXPTIME a value and deliver the file again, or name");
        assertThat(refused(source(science().put("DATE-OBS", "", "").put("DATE-BEG", "", "")))
                        .reason())
                .startsWith("DATE-OBS and DATE-BEG are empty in the header: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00", "2026-11-20T14:00:00", "2019-01-01T03:00:00"})
    void aStartThatCannotBeIsRefused(String start) {
        assertThat(refused(source(science().put("DATE-OBS", start, ""))).category())
                .isEqualTo(RefusalCategory.IMPOSSIBLE_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "20/11/26", "2026-13-01T00:00:00", "2026-11-20T25:00:00"})
    void aStartThatIsNoTimeIsRefused(String start) {
        assertThat(refused(source(science().put("DATE-OBS", start, ""))).category())
                .isEqualTo(RefusalCategory.UNREADABLE_VALUE);
    }

    @Test
    void secondsMayHaveADecimalComma() throws Exception {
        Instant start = Instant.parse("2026-11-20T03:15:02.500Z");
        assertThat(described(source(science().put("DATE-OBS", "2026-11-20T03:15:02,5", "")))
                        .start())
                .isEqualTo(start);
        assertThat(described(source(science().put("DATE-OBS", "2026-11-20", "").put("TIME-OBS", "03:15:02,500", "")))
                        .start())
                .isEqualTo(start);
    }

    @Test
    void aDayWithoutItsTimeIsCompletedFromTheOtherCard() {
        FrameDescription frame =
                described(source(science().put("DATE-OBS", "2026-11-20", "").put("TIME-OBS", "03:15:02", "")));
        assertThat(frame.start()).isEqualTo(Instant.parse("2026-11-20T03:15:02Z"));
        assertThat(refused(source(science().put("DATE-OBS", "2026-11-20", ""))).category())
                .isEqualTo(RefusalCategory.MISSING_KEYWORD);
    }

    @Test
    void taiIsTurnedIntoUtc() {
        FrameDescription frame = described(source(science().put("TIMESYS", "TAI", "")));
        assertThat(frame.start()).isEqualTo(Instant.parse("2026-11-20T03:14:25.123Z"));
        assertThat(refused(source(science().put("TIMESYS", "LOCAL", ""))).reason())
                .contains("LOCAL");
    }

    @Test
    void withoutALongitudeTheFolderGivesTheNight() {
        FrameDescription frame = described(source(science().remove("SITELONG")));
        assertThat(frame.night()).isEqualTo(Night.fromFolder(LocalDate.parse("2026-11-19")));
        assertThat(frame.flags()).containsExactly(Flag.NIGHT_FROM_FOLDER);
    }

    @Test
    void withNeitherTheNightIsUnknown() {
        FrameDescription frame =
                described(source("loose.fits", science().remove("SITELONG").build()));
        assertThat(frame.night()).isEqualTo(Night.UNKNOWN);
    }

    @Test
    void aFolderOfAnotherNightIsAFlagAndTheHeaderCounts() {
        FrameDescription frame =
                described(source("2026-11-17_2x2/a.fits", science().build()));
        assertThat(frame.night()).isEqualTo(Night.fromHeader(LocalDate.parse("2026-11-19")));
        assertThat(frame.flags()).containsExactly(Flag.FOLDER_DISAGREES);
    }

    @Test
    void calibrationsNearTheRollBelongToTheirFoldersNight() {
        Header.Builder afternoonFlat = science().put("IMAGETYP", "FLAT", "").put("DATE-OBS", "2026-11-19T15:30:00", "");
        assertThat(described(source("2026-11-19/a.fits", afternoonFlat.build())).night())
                .isEqualTo(Night.fromFolder(LocalDate.parse("2026-11-19")));
        Header science = afternoonFlat.put("IMAGETYP", "LIGHT", "").build();
        assertThat(described(source("2026-11-19/a.fits", science)).flags()).contains(Flag.FOLDER_DISAGREES);
    }

    @ParameterizedTest
    @CsvSource({
        "focus,focus",
        "M5 focus,focus",
        "M5_Focusing,focus",
        "autofocus,focus",
        "AF,focus",
        "test,test",
        "test_field,test",
        "focustest,test",
        "my-test2,test",
        "snapshot,test"
    })
    void rubbishIsExcludedByANamedRule(String object, String rule) {
        assertThat(generic().judge(source(science().put("OBJECT", object, ""))))
                .isInstanceOfSatisfying(
                        Judged.Excluded.class,
                        excluded -> assertThat(excluded.rule()).isEqualTo(rule));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"contest", "AF Leporis", "GW Ori", "testudo", "S190425z", "T11746", "Crab", "attest", "AFGL 2591"
            })
    void starsWhoseNamesHoldSuchLettersAreKept(String object) {
        assertThat(described(source(science().put("OBJECT", object, ""))).object())
                .contains(object);
    }

    @Test
    void calibrationsAreNotExcludedByWords() {
        assertThat(described(source(science().put("IMAGETYP", "FLAT", "").put("OBJECT", "test", "")))
                        .type())
                .isEqualTo(FrameType.FLAT);
    }

    @Test
    void focusFramesAreExcludedByTheirType() {
        assertThat(generic().judge(source(science().put("IMAGETYP", "FOCUS", ""))))
                .isInstanceOf(Judged.Excluded.class);
    }

    @Test
    void exposuresThatCannotBeAreRefused() {
        assertThat(refused(source(science().put("EXPTIME", -1.0, ""))).category())
                .isEqualTo(RefusalCategory.IMPOSSIBLE_VALUE);
        assertThat(refused(source(science().put("EXPTIME", "long", ""))).category())
                .isEqualTo(RefusalCategory.UNREADABLE_VALUE);
        assertThat(refused(source(science().remove("EXPTIME"))).reason()).contains("EXPTIME");
    }

    @Test
    void aBiasNeedsNoExposureTime() {
        assertThat(described(source(science().put("IMAGETYP", "BIAS", "").remove("EXPTIME")))
                        .exposure())
                .isZero();
    }

    @Test
    void sectionsAreReadAndTheOverscanIsKeptApart() {
        Amplifier amplifier = amplifier(science()
                .put("BIASSEC", "[1025:1056,1:1024]", "")
                .put("TRIMSEC", "[1:1024,1:1024]", "")
                .put("RDNOISE", 5.5, "")
                .put("SATURATE", 60000, ""));
        assertThat(amplifier.data()).isEqualTo(new Section(1, 1024, 1, 1024));
        assertThat(amplifier.bias()).contains(new Section(1025, 1056, 1, 1024));
        assertThat(amplifier.readNoiseElectrons()).contains(5.5);
        assertThat(amplifier.saturationAdu()).contains(60000.0);
    }

    @Test
    void anOverscanStripLeavesTheRestToTheData() {
        assertThat(amplifier(science().put("BIASSEC", "[1:32,1:1024]", "")).data())
                .isEqualTo(new Section(33, 1056, 1, 1024));
        assertThat(refused(source(science().put("BIASSEC", "[5:32,7:100]", ""))).reason())
                .contains("no data section");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:1024,1:1024", "[1:1024]", "[0:5,1:5]", "[1:2000,1:1024]", "[a:b,c:d]"})
    void sectionsThatCannotBeAreRefused(String section) {
        assertThat(refused(source(science().put("TRIMSEC", section, ""))).reason())
                .contains("TRIMSEC");
    }

    @Test
    void overscanInsideTheDataIsRefused() {
        assertThat(refused(source(
                                science().put("TRIMSEC", "[1:1056,1:1024]", "").put("BIASSEC", "[1:32,1:1024]", "")))
                        .category())
                .isEqualTo(RefusalCategory.IMPOSSIBLE_VALUE);
    }

    @Test
    void aFileWithoutAnImageIsRefused() {
        FrameSource none = new FrameSource(
                "TEL01", Frames.PATH, List.of(Frames.empty(science().build())), Frames.NOW);
        assertThat(refused(none).category()).isEqualTo(RefusalCategory.NO_IMAGE);
    }

    @Test
    void aFileOfSeventyImagesHasSeventyDetectors() {
        List<Header> extensions = IntStream.rangeClosed(1, 70)
                .mapToObj(i -> Header.builder()
                        .put("EXTNAME", "N" + i, "")
                        .put("NAXIS1", 1056, "")
                        .put("NAXIS2", 1024, "")
                        .put("EGAIN", i / 10.0, "")
                        .build())
                .toList();
        FrameDescription frame = described(mosaic(science().remove("EGAIN").build(), extensions));
        assertThat(frame.detectors()).hasSize(70);
        assertThat(frame.detectors().get(69).name()).isEqualTo("N70");
        assertThat(frame.detectors().get(69).hdu()).isEqualTo(70);
        assertThat(frame.detectors().get(69).amplifiers().get(0).electronsPerAdu())
                .contains(7.0);
    }

    @Test
    void aSettingOfACmosCameraIsNoGain() {
        FrameDescription frame = described(source(science().remove("EGAIN").put("GAIN", 2750, "")));
        assertThat(frame.detectors().get(0).amplifiers().get(0).electronsPerAdu())
                .isEmpty();
        assertThat(frame.flags()).containsExactly(Flag.GAIN_IS_A_SETTING);
        assertThat(frame.configuration().gainSetting()).contains("2750");
    }

    @Test
    void gainIsTakenWhereItsUnitIsDeclaredOrItLooksLikeOne() {
        assertThat(gain(science().put("GAIN", 2750, ""))).contains(0.256);
        Header.Builder without = science().remove("EGAIN");
        assertThat(gain(without.put("GAIN", 1.5, ""))).contains(1.5);
        assertThat(gain(without.put("GAIN", 25.0, "[e-/ADU] measured"))).contains(25.0);
        assertThat(gain(without.put("GAIN", 25.0, ""))).isEmpty();
        assertThat(gain(without.put("GAIN", 1.5, "gain setting"))).isEmpty();
        assertThat(gain(without.put("GAIN", 1.5, "").put("OFFSET", 10, ""))).isEmpty();
        assertThat(gain(without.remove("GAIN"))).isEmpty();
    }

    @Test
    void configurationsWithAnotherSettingHaveAnotherKey() {
        String key = key(science());
        assertThat(key(science()
                        .put("OBJECT", "another", "")
                        .put("FILTER", "g", "")
                        .put("EXPTIME", 5, "")))
                .isEqualTo(key);
        assertThat(key(science().put("XBINNING", 2, "").put("YBINNING", 2, "")))
                .isNotEqualTo(key)
                .contains("binning=2x2");
        assertThat(key(science().put("GAIN", 2750, ""))).isNotEqualTo(key);
        assertThat(key(science().put("SET-TEMP", -10.0, ""))).isEqualTo(key);
        assertThat(key(science().put("NAXIS2", 512, ""))).isNotEqualTo(key);
    }

    @Test
    void theTemperatureIsTheOneThatWasSetElseTheMeasuredOne() {
        Header.Builder measured = science().put("CCD-TEMP", -9.8, "");
        assertThat(described(source(measured)).configuration().temperature()).contains(-9.8);
        assertThat(described(source(measured.put("SET-TEMP", -10, "")))
                        .configuration()
                        .temperature())
                .contains(-10.0);
        assertThat(described(source(science())).masters())
                .filteredOn(need -> need.temperatureTolerance().isPresent())
                .extracting(MasterNeed::kind)
                .containsExactly(MasterKind.BIAS, MasterKind.DARK);
    }

    @Test
    void onlyCardsThatMatterChangeTheirFingerprint() {
        String before = described(source(science())).matteringCards();
        assertThat(described(source(science().put("OBSERVER", "Ada", ""))).matteringCards())
                .isEqualTo(before);
        assertThat(described(source(science().put("OBJECT", "M5", ""))).matteringCards())
                .isNotEqualTo(before);
        assertThat(described(source(science().put("RA", 12.5, ""))).matteringCards())
                .isNotEqualTo(before);
    }

    private static Amplifier amplifier(Header.Builder header) {
        return described(source(header)).detectors().get(0).amplifiers().get(0);
    }

    private static java.util.Optional<Double> gain(Header.Builder header) {
        return amplifier(header).electronsPerAdu();
    }

    private static String key(Header.Builder header) {
        return described(source(header)).configuration().key();
    }
}

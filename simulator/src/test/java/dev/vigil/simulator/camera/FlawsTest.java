package dev.vigil.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.Completeness;
import dev.vigil.imaging.Digests;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.PixelDigest;
import dev.vigil.instruments.Flag;
import dev.vigil.instruments.FrameSource;
import dev.vigil.instruments.Judged;
import dev.vigil.instruments.Profiles;
import dev.vigil.instruments.RefusalCategory;
import dev.vigil.instruments.UnitClock;
import dev.vigil.simulator.Flaw;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.Instrument;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.NightTruth.FlawTruth;
import dev.vigil.simulator.NightTruth.FrameTruth;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.SimulatedNight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong in a simulated night is really wrong in its files, and nothing else is. */
class FlawsTest {
    private static final Profiles PROFILES = Profiles.bundled();
    private static final Instant LATER = Instant.parse("2026-11-21T00:00:00Z");

    @TempDir
    Path incoming;

    static Stream<Instrument> all() {
        return Cameras.all().stream();
    }

    private static NightPlan plan(Instrument instrument) {
        return NightPlan.of(instrument, LocalDate.of(2026, 11, 18))
                .withFrames(3, 3, 3, 8)
                .withSize(instrument.smallest());
    }

    private static SimulatedNight with(Instrument instrument, Flaw flaw) {
        return SimulatedNight.of(plan(instrument).withFlaws(Map.of(flaw, 2)));
    }

    private static SimulatedNight with(String instrument, Flaw flaw) {
        return with(Cameras.named(instrument), flaw);
    }

    private static List<PlannedFrame> flawed(SimulatedNight night) {
        List<PlannedFrame> flawed = night.frames().stream()
                .filter(frame -> frame.flaw().isPresent())
                .toList();
        assertThat(flawed).hasSizeGreaterThanOrEqualTo(2);
        return flawed;
    }

    private Judged judged(SimulatedNight night, PlannedFrame frame) throws Exception {
        String unit = night.plan().unit();
        FitsFile fits = FitsFile.read(night.writeBelow(incoming, frame));
        return PROFILES.profileFor(unit).judge(FrameSource.of(unit, frame.path(), fits, LATER));
    }

    private void assertFlagged(SimulatedNight night, Flag flag) throws Exception {
        for (PlannedFrame frame : flawed(night)) {
            Judged judged = judged(night, frame);
            assertThat(judged).isInstanceOf(Judged.Described.class);
            assertThat(((Judged.Described) judged).frame().flags())
                    .as(frame.name())
                    .contains(flag);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aWrongNameIsOfNoForm(Instrument instrument) {
        SimulatedNight night = with(instrument, Flaw.WRONG_NAME);
        for (PlannedFrame frame : flawed(night)) {
            assertThat(PROFILES.profileFor(night.plan().unit()).formOf(frame.name()))
                    .as(frame.name())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aTruncatedFileIsIncomplete(Instrument instrument) throws Exception {
        SimulatedNight night = with(instrument, Flaw.TRUNCATED);
        for (PlannedFrame frame : flawed(night)) {
            assertThat(Completeness.judge(night.writeBelow(incoming, frame)))
                    .isInstanceOf(Completeness.Incomplete.class);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aClockThatIsYearsOffIsRefused(Instrument instrument) throws Exception {
        SimulatedNight night = with(instrument, Flaw.WRONG_YEAR);
        for (PlannedFrame frame : flawed(night)) {
            Judged judged = judged(night, frame);
            assertThat(judged).as(frame.name()).isInstanceOf(Judged.Refused.class);
            assertThat(((Judged.Refused) judged).category()).isEqualTo(RefusalCategory.IMPOSSIBLE_VALUE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7dt", "kpf", "robo-ao"})
    void aClockThatShowsLocalTimeIsSeenWhereNamesTellTheTime(String instrument) throws Exception {
        assertFlagged(with(instrument, Flaw.CLOCK_OFF), Flag.NAME_DISAGREES_ON_TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latiss", "decam", "hsc", "kpf"})
    void aClockThatShowsLocalTimeIsSeenWhereNumbersTellTheOrder(String instrument) throws Exception {
        SimulatedNight night = with(instrument, Flaw.CLOCK_OFF);
        UnitClock clock = new UnitClock(PROFILES.profileFor(night.plan().unit()));
        for (PlannedFrame frame : night.frames()) {
            Judged seen = clock.seen(frame.path(), judged(night, frame), LATER);
            if (seen instanceof Judged.Described described) {
                assertThat(described.frame().flags().contains(Flag.START_OUT_OF_ORDER))
                        .as(frame.name() + described.frame().remarks())
                        .isEqualTo(frame.has(Flaw.CLOCK_OFF));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsOddAboutTheClockOfAGoodNight(Instrument instrument) throws Exception {
        SimulatedNight night = SimulatedNight.of(plan(instrument));
        UnitClock clock = new UnitClock(PROFILES.profileFor(night.plan().unit()));
        for (PlannedFrame frame : night.frames()) {
            Judged seen = clock.seen(frame.path(), judged(night, frame), LATER);
            if (seen instanceof Judged.Described described) {
                assertThat(described.frame().flags())
                        .as(frame.name())
                        .doesNotContain(
                                Flag.NAME_DISAGREES_ON_TIME,
                                Flag.WRITTEN_BEFORE_ITS_END,
                                Flag.CLOCK_WHOLE_HOURS_OFF,
                                Flag.START_OUT_OF_ORDER,
                                Flag.NEIGHBOUR_OUT_OF_ORDER);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7dt", "7dt-nina", "generic"})
    void aNameThatSaysAnotherTypeIsFlagged(String instrument) throws Exception {
        assertFlagged(with(instrument, Flaw.TYPE_DISAGREES), Flag.NAME_DISAGREES_ON_TYPE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void anAbortedExposureIsSeenWithEveryCamera(Instrument instrument) throws Exception {
        assertFlagged(with(instrument, Flaw.ABORTED), Flag.EXPOSURE_ABORTED);
    }

    @ParameterizedTest
    @MethodSource("all")
    void anAbortedCalibrationFrameIsExcludedByItsOwnRule(Instrument instrument) throws Exception {
        for (Flaw flaw : List.of(Flaw.ABORTED_DARK, Flaw.ABORTED_FLAT)) {
            if (instrument.suffers(flaw)) {
                SimulatedNight night = with(instrument, flaw);
                for (PlannedFrame frame : flawed(night)) {
                    assertThat(judged(night, frame))
                            .isInstanceOfSatisfying(
                                    Judged.Excluded.class,
                                    excluded -> assertThat(excluded.rule())
                                            .as(frame.name())
                                            .isEqualTo("aborted"));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7dt", "7dt-nina"})
    void anAbortedExposureIsSeenWhereTheNameTellsWhatWasAsked(String instrument) throws Exception {
        assertFlagged(with(instrument, Flaw.ABORTED), Flag.NAME_DISAGREES_ON_EXPOSURE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void framesTakenToFocusOrToTryAreExcluded(Instrument instrument) throws Exception {
        for (Flaw flaw : List.of(Flaw.FOCUS, Flaw.TEST)) {
            if (instrument.suffers(flaw)) {
                SimulatedNight night = with(instrument, flaw);
                for (PlannedFrame frame : flawed(night)) {
                    assertThat(judged(night, frame)).as(frame.name()).isInstanceOf(Judged.Excluded.class);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aNameThatIsUsedAgainHoldsAnotherExposure(Instrument instrument) throws Exception {
        SimulatedNight night = with(instrument, Flaw.REUSED_NAME);
        for (PlannedFrame again : flawed(night)) {
            PlannedFrame first = night.frames().stream()
                    .filter(frame -> frame.path().equals(again.path()) && !frame.equals(again))
                    .findFirst()
                    .orElseThrow();
            List<String> before = PixelDigest.of(night.writeBelow(incoming, first));
            assertThat(PixelDigest.of(night.writeBelow(incoming, again))).isNotEqualTo(before);
            assertThat(again.start()).isAfter(first.start());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7dt", "latiss", "decam", "hsc", "generic"})
    void aGapIsANumberWithoutAFile(String instrument) {
        SimulatedNight night = with(instrument, Flaw.GAP);
        assertThat(night.frames())
                .hasSize(SimulatedNight.of(plan(Cameras.named(instrument)))
                                .frames()
                                .size()
                        - 2);
        assertThat(night.flaws()).extracting(FlawTruth::flaw).containsExactly("gap", "gap");
    }

    @ParameterizedTest
    @MethodSource("all")
    void junkLiesAboutBesideTheFrames(Instrument instrument) throws Exception {
        SimulatedNight night = with(instrument, Flaw.JUNK);
        night.writeJunk(incoming);
        for (FlawTruth junk : night.flaws()) {
            assertThat(Files.readString(incoming.resolve(night.plan().unit()).resolve(junk.path())))
                    .contains("no frame");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theTruthNamesEveryFlaw(Instrument instrument) {
        for (Flaw flaw : Flaw.values()) {
            if (instrument.suffers(flaw)) {
                assertThat(with(instrument, flaw).truth().flaws())
                        .as(flaw.word())
                        .hasSizeGreaterThanOrEqualTo(2)
                        .allMatch(truth -> truth.flaw().equals(flaw.word()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPointingThatIsOffIsToldByEveryCameraThatSuffersIt(Instrument instrument) throws Exception {
        if (instrument.suffers(Flaw.POINTING_OFF)) {
            SimulatedNight good = SimulatedNight.of(plan(instrument));
            SimulatedNight bad = with(instrument, Flaw.POINTING_OFF);
            PlannedFrame astray = flawed(bad).get(0);
            PlannedFrame sound = good.frames().stream()
                    .filter(frame -> frame.name().equals(astray.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(Digests.sha256(bad.writeBelow(incoming.resolve("bad"), astray)))
                    .isNotEqualTo(Digests.sha256(good.writeBelow(incoming.resolve("good"), sound)));
        }
    }

    @Test
    void whatBefallsOneFileLeavesTheOthersAsTheyWere() throws Exception {
        SimulatedNight good = SimulatedNight.of(plan(Cameras.named("decam")));
        SimulatedNight bad = SimulatedNight.of(plan(Cameras.named("decam"))
                .withFlaws(Map.of(Flaw.TRUNCATED, 1, Flaw.GAP, 1, Flaw.ABORTED, 1, Flaw.JUNK, 3)));
        for (PlannedFrame frame : bad.frames()) {
            if (frame.flaw().isEmpty()) {
                assertThat(Digests.sha256(bad.writeBelow(incoming.resolve("bad"), frame)))
                        .isEqualTo(Digests.sha256(good.writeBelow(incoming.resolve("good"), frame)));
            }
        }
    }

    private static FrameTruth truthOf(SimulatedNight night, Flaw flaw) {
        String name = flawed(night).stream()
                .filter(frame -> frame.has(flaw))
                .findFirst()
                .orElseThrow()
                .name();
        return night.truth().frames().stream()
                .filter(frame -> frame.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void focusCloudAndAnotherFilterAreInTheTruthAsTheyAreInTheLight() {
        NightPlan plan = NightPlan.of(Cameras.named("7dt"), LocalDate.of(2026, 11, 19))
                .withFrames(3, 3, 3, 10)
                .withSize(64);
        SimulatedNight good = SimulatedNight.of(plan);
        SimulatedNight bad =
                SimulatedNight.of(plan.withFlaws(Map.of(Flaw.DEFOCUSED, 1, Flaw.CLOUD, 1, Flaw.OTHER_FILTER, 1)));
        for (Flaw flaw : List.of(Flaw.DEFOCUSED, Flaw.CLOUD, Flaw.OTHER_FILTER)) {
            FrameTruth spoilt = truthOf(bad, flaw);
            FrameTruth sound = good.truth().frames().stream()
                    .filter(frame -> frame.name().equals(spoilt.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(spoilt.seeing() / sound.seeing()).isCloseTo(flaw == Flaw.DEFOCUSED ? 2.2 : 1, within(1e-9));
            assertThat(spoilt.sky() / sound.sky()).isCloseTo(flaw == Flaw.OTHER_FILTER ? 0.33 : 1, within(1e-9));
            assertThat(sound.zeroPoint() - spoilt.zeroPoint())
                    .isCloseTo(flaw == Flaw.CLOUD ? 1.505 : flaw == Flaw.OTHER_FILTER ? 1.204 : 0, within(0.001));
        }
    }

    @Test
    void theFramesThatACameraTakesToFocusAnywayAreNoFlaw() {
        SimulatedNight night = with("7dt", Flaw.FOCUS);
        assertThat(night.frames())
                .filteredOn(frame -> frame.kind() == FrameKind.FOCUS)
                .hasSize(3);
        assertThat(night.flaws()).hasSize(2);
    }

    @Test
    void flawsThatCannotBeAreRefused() {
        NightPlan robo = plan(Cameras.named("robo-ao"));
        for (Flaw flaw : List.of(Flaw.GAP, Flaw.POINTING_OFF)) {
            assertThatThrownBy(() -> robo.withFlaws(Map.of(flaw, 1)))
                    .hasMessageContaining("robo-ao")
                    .hasMessageContaining(flaw.word());
        }
        assertThatThrownBy(() -> SimulatedNight.of(plan(Cameras.named("7dt")).withFlaws(Map.of(Flaw.TRUNCATED, 9))))
                .hasMessageContaining("more flaws than science frames");
        assertThatThrownBy(() -> Flaw.named("clouds")).hasMessageContaining("wrong-name");
    }
}

package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.ledger.FrameStanding;
import dev.vigil.ledger.Standing;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.MasterInput;
import dev.vigil.simulator.Flaw;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.NightTruth.FlawTruth;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.SimulatedNight;
import dev.vigil.simulator.camera.Cameras;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A night of a real camera in which everything goes wrong that the simulator knows: each flaw ends as it should. */
class FlawedNightTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final NightPlan PLAN = NightPlan.of(Cameras.named("7dt"), Deployed.NIGHT)
            .withFrames(3, 4, 4, 15)
            .withSize(64)
            .withFlaws(Arrays.stream(Flaw.values()).collect(Collectors.toMap(Function.identity(), flaw -> 1)));
    private static final SimulatedNight NIGHT = SimulatedNight.of(PLAN);

    @TempDir
    static Path data;

    private static StopSignal stop;
    private static AllInOne vigil;
    private static Evidence evidence;

    @BeforeAll
    static void carryIt() throws Exception {
        stop = new StopSignal();
        Config given = Config.of(Map.of(
                "scheduler.set-quiet", "3 s", "portal.port", "0", "producer.quiet", "2 s", "producer.stalled", "5 s"));
        vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop);
        evidence = new Evidence(vigil.config());
        List<PlannedFrame> again = write(frame -> !frame.has(Flaw.REUSED_NAME));
        NIGHT.writeJunk(vigil.incoming());
        Awaitility.await("the first of a name").atMost(PATIENCE).until(() -> isRecorded(again.get(0)));
        write(frame -> frame.has(Flaw.REUSED_NAME));
    }

    /** Writes some of the night; gives back the rest. */
    private static List<PlannedFrame> write(Predicate<PlannedFrame> wanted) throws Exception {
        for (PlannedFrame frame : NIGHT.frames()) {
            if (wanted.test(frame)) {
                NIGHT.writeBelow(vigil.incoming(), frame);
            }
        }
        return NIGHT.frames().stream().filter(wanted.negate()).toList();
    }

    @AfterAll
    static void end() {
        evidence.close();
        vigil.close();
        stop.close();
    }

    private static boolean isRecorded(PlannedFrame frame) {
        return standing(frame.path())
                .filter(found -> found.standing() == Standing.RECORDED)
                .isPresent();
    }

    /** Where a file stands, whether its night could be told or not. */
    private static Optional<FrameStanding> standing(String path) {
        return Stream.of(Optional.of(Deployed.NIGHT), Optional.<LocalDate>empty())
                .flatMap(night -> evidence.ledger().frames().of(PLAN.unit(), night).stream())
                .filter(found -> found.frame().value().equals(PLAN.unit() + "/" + path))
                .findFirst();
    }

    private static String pathOf(Flaw flaw) {
        return NIGHT.flaws().stream()
                .filter(truth -> truth.flaw().equals(flaw.word()))
                .map(FlawTruth::path)
                .findFirst()
                .orElseThrow();
    }

    private static FrameStanding eventually(String path, Standing wanted) {
        Awaitility.await(path)
                .atMost(PATIENCE)
                .until(() -> standing(path)
                        .filter(found -> found.standing() == wanted)
                        .isPresent());
        return standing(path).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = Flaw.class,
            names = {
                "WRONG_NAME",
                "TYPE_DISAGREES",
                "ABORTED",
                "CLOCK_OFF",
                "DEFOCUSED",
                "TRAILED",
                "CLOUD",
                "OTHER_FILTER"
            })
    void whatIsOddButTrueIsReducedAndRecorded(Flaw flaw) {
        eventually(pathOf(flaw), Standing.RECORDED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Flaw.class,
            names = {"FOCUS", "TEST"})
    void whatIsNotForScienceIsExcluded(Flaw flaw) {
        eventually(pathOf(flaw), Standing.EXCLUDED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Flaw.class,
            names = {"ABORTED_DARK", "ABORTED_FLAT"})
    void whatWasCutShortIsInNoMasterAndItsPageSaysWhy(Flaw flaw) {
        FrameStanding aborted = eventually(pathOf(flaw), Standing.EXCLUDED);
        assertThat(aborted.reason()).contains("aborted");
        assertThat(evidence.ledger().frames().story(aborted.frame()))
                .anyMatch(line -> line.words().contains("that were asked for"));
        eventually(pathOf(Flaw.ABORTED), Standing.RECORDED);
        Set<FrameId> inputs = evidence.ledger().masters().of(PLAN.unit(), 100).stream()
                .flatMap(master -> evidence.ledger().masters().inputs(master.master()).stream())
                .map(MasterInput::frame)
                .collect(Collectors.toSet());
        assertThat(inputs).hasSize(9).doesNotContain(aborted.frame());
    }

    @Test
    void aTruncatedFileIsStalledUntilTheRestComes() {
        assertThat(eventually(pathOf(Flaw.TRUNCATED), Standing.STALLED).reason())
                .isPresent();
    }

    @Test
    void aClockThatIsYearsOffFailsTheFrameAndIsNamed() {
        assertThat(eventually(pathOf(Flaw.WRONG_YEAR), Standing.FAILED).reason().orElse(""))
                .contains("DATE-OBS");
    }

    @Test
    void aTextThatCallsItselfFitsIsToldFromAFrame() {
        String path = pathOf(Flaw.JUNK);
        Awaitility.await(path)
                .atMost(PATIENCE)
                .until(() -> standing(path)
                        .filter(found -> found.standing() == Standing.FAILED || found.standing() == Standing.STALLED)
                        .isPresent());
        assertThat(standing(path).orElseThrow().reason().orElse("")).containsIgnoringCase("fits");
    }

    @Test
    void anotherExposureUnderAnOldNameIsAnotherFrame() {
        eventually(pathOf(Flaw.REUSED_NAME), Standing.RECORDED);
        eventually(pathOf(Flaw.REUSED_NAME) + "~2", Standing.RECORDED);
    }

    @Test
    void nothingIsSaidOfAFileThatWasNeverWritten() {
        eventually(pathOf(Flaw.REUSED_NAME) + "~2", Standing.RECORDED);
        assertThat(standing(pathOf(Flaw.GAP))).isEmpty();
    }
}

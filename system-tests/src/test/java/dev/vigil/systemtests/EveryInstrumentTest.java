package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.Accounts;
import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.ledger.FrameStanding;
import dev.vigil.ledger.Standing;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.Instrument;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.SimulatedNight;
import dev.vigil.simulator.camera.Cameras;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A small night of every instrument in one all-in-one: all of it is accounted for, each as its camera and profile allow. */
class EveryInstrumentTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SCIENCE = 2;

    @TempDir
    static Path data;

    private static StopSignal stop;
    private static AllInOne vigil;
    private static Evidence evidence;

    @BeforeAll
    static void carryANightOfEach() throws Exception {
        stop = new StopSignal();
        Config given = Config.of(Map.of("scheduler.set-quiet", "3 s", "portal.port", "0"));
        vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop);
        evidence = new Evidence(vigil.config());
        for (Instrument instrument : Cameras.all()) {
            Deployed.simulate(plan(instrument), vigil.incoming());
        }
        for (Instrument instrument : Cameras.all()) {
            int files = files(instrument).size();
            Deployed.until(
                    vigil.config(),
                    plan(instrument).unit(),
                    PATIENCE,
                    night -> night.complete() && night.settled() == files);
        }
    }

    @AfterAll
    static void end() {
        evidence.close();
        vigil.close();
        stop.close();
    }

    static Stream<Instrument> all() {
        return Cameras.all().stream();
    }

    private static NightPlan plan(Instrument instrument) {
        return NightPlan.of(instrument, Deployed.NIGHT)
                .withFrames(3, 3, 3, SCIENCE)
                .withSize(instrument.smallest());
    }

    private static List<PlannedFrame> files(Instrument instrument) {
        return SimulatedNight.of(plan(instrument)).frames();
    }

    private static Map<FrameKind, List<FrameStanding>> standings(Instrument instrument) {
        String unit = plan(instrument).unit();
        Map<String, FrameStanding> byFrame = evidence.ledger().frames().of(unit, Optional.of(Deployed.NIGHT)).stream()
                .collect(Collectors.toMap(standing -> standing.frame().value(), Function.identity()));
        return files(instrument).stream()
                .collect(Collectors.groupingBy(
                        PlannedFrame::kind,
                        () -> new EnumMap<>(FrameKind.class),
                        Collectors.mapping(file -> byFrame.get(unit + "/" + file.path()), Collectors.toList())));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFileIsAccountedForByLedgerArchiveAndProgressAlike(Instrument instrument) throws Exception {
        int files = files(instrument).size();
        Accounts accounts = Accounts.of(plan(instrument).unit(), Deployed.NIGHT, vigil.config());
        assertThat(accounts.differences(files)).isEmpty();
        assertThat(accounts.accountedFor()).isEqualTo(files);
    }

    @ParameterizedTest
    @MethodSource("all")
    void calibrationsAreRecordedAndTrialsAreExcluded(Instrument instrument) {
        standings(instrument).forEach((kind, standings) -> {
            if (kind != FrameKind.SCIENCE) {
                boolean wanted = kind.isCommon() || kind == FrameKind.ARC;
                assertThat(standings)
                        .as("%s", kind)
                        .extracting(FrameStanding::standing)
                        .containsOnly(wanted ? Standing.RECORDED : Standing.EXCLUDED);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic", "7dt", "7dt-nina", "decam", "hsc"})
    void scienceFramesAreReducedWhereProfileAndHeadersTellEnough(String name) {
        Instrument instrument = Cameras.named(name);
        int frames = SCIENCE * instrument.parts(plan(instrument), FrameKind.SCIENCE);
        assertThat(science(instrument))
                .hasSize(frames)
                .extracting(FrameStanding::standing)
                .containsOnly(Standing.RECORDED);
        assertThat(Deployed.until(vigil.config(), plan(instrument).unit(), PATIENCE, night -> true)
                        .count("reduced"))
                .isEqualTo(frames);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kpf", "robo-ao"})
    void scienceFramesThatAreNotReducedAreRecordedOnceTheyAreArchived(String name) {
        assertThat(science(Cameras.named(name)))
                .extracting(FrameStanding::standing)
                .containsOnly(Standing.RECORDED);
    }

    @Test
    void scienceFramesOfACameraThatDoesNotTellItsGainFailAndSaySo() {
        assertThat(science(Cameras.named("latiss"))).hasSize(SCIENCE).allSatisfy(standing -> {
            assertThat(standing.standing()).isEqualTo(Standing.FAILED);
            assertThat(standing.reason().orElse("")).contains("gain");
        });
    }

    @Test
    void allThatMustHoldOfADeploymentHolds() throws Exception {
        Invariants.assertHold(vigil.config());
    }

    private static List<FrameStanding> science(Instrument instrument) {
        return standings(instrument).get(FrameKind.SCIENCE);
    }
}

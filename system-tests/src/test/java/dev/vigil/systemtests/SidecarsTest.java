package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.cli.VigilCommand;
import dev.vigil.cli.command.Commands;
import dev.vigil.cli.nights.Night;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.ledger.FrameStanding;
import dev.vigil.ledger.Standing;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.simulator.Flaw;
import dev.vigil.simulator.Instrument;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.SimulatedNight;
import dev.vigil.simulator.camera.Cameras;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night of LATISS in which a text follows each frame, and one clock is hours off: all of it is accounted for. */
class SidecarsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Instrument LATISS = Cameras.named("latiss");
    private static final SimulatedNight NIGHT = SimulatedNight.of(NightPlan.of(LATISS, Deployed.NIGHT)
            .withFrames(3, 3, 3, 8)
            .withSize(LATISS.smallest())
            .withFlaws(Map.of(Flaw.CLOCK_OFF, 1)));
    private static final String UNIT = NIGHT.plan().unit();

    @TempDir
    Path data;

    @Test
    void whatFollowsAFrameIsArchivedAndListedWithItAndABadClockIsTold() throws Exception {
        Config given = Config.of(Map.of("scheduler.set-quiet", "2 s", "portal.port", "0", "producer.quiet", "1 s"));
        try (StopSignal stop = new StopSignal();
                AllInOne vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop);
                Evidence evidence = new Evidence(vigil.config())) {
            for (PlannedFrame frame : NIGHT.frames()) {
                Path file = NIGHT.writeBelow(vigil.incoming(), frame);
                Files.writeString(sidecarOf(file), "0.1 2.5e-9\n0.2 2.6e-9\n");
            }
            int frames = NIGHT.frames().size();
            Night night = Deployed.until(
                    vigil.config(),
                    UNIT,
                    PATIENCE,
                    now -> now.json().at("/byType/sidecar/excluded").asInt() == frames
                            && now.count("transferred") == 2 * frames);
            assertThat(night.count("seen")).isEqualTo(2 * frames);
            for (PlannedFrame frame : NIGHT.frames()) {
                assertThatItsSidecarIsArchived(evidence, vigil.config(), frame);
            }
            assertThatTheClockIsTold(evidence);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(verify()).contains(2 * frames + " frames", "no difference"));
            Invariants.assertHold(vigil.config());
        }
    }

    private static Path sidecarOf(Path frame) {
        String name = frame.getFileName().toString();
        return frame.resolveSibling(name.substring(0, name.indexOf('.')) + "_photodiode.txt");
    }

    private static void assertThatItsSidecarIsArchived(Evidence evidence, Config config, PlannedFrame frame) {
        FrameStanding standing = evidence.ledger()
                .frames()
                .of(FrameId.ofPath(UNIT + "/" + frame.path()))
                .orElseThrow();
        List<FrameStanding> followers = evidence.ledger().frames().sidecars(standing);
        assertThat(followers).as(frame.path()).singleElement().satisfies(sidecar -> {
            assertThat(sidecar.type()).isEqualTo(FrameType.SIDECAR);
            assertThat(sidecar.standing()).isEqualTo(Standing.EXCLUDED);
            assertThat(sidecar.night()).isEqualTo(standing.night());
            assertThat(evidence.ledger().frames().archived(sidecar.frame()))
                    .singleElement()
                    .satisfies(file -> assertThat(config.read(in -> in.get(Settings.ARCHIVE_FOLDER))
                                    .resolve(file.archived().key()))
                            .hasContent("0.1 2.5e-9\n0.2 2.6e-9\n"));
        });
    }

    /** Frames come in any order: if the others come later, it is told once they have come. */
    private static void assertThatTheClockIsTold(Evidence evidence) {
        FrameId flawed = NIGHT.frames().stream()
                .filter(frame -> frame.has(Flaw.CLOCK_OFF))
                .map(frame -> FrameId.ofPath(UNIT + "/" + frame.path()))
                .findFirst()
                .orElseThrow();
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(evidence.ledger().frames().of(flawed).orElseThrow().flags())
                    .contains("START_OUT_OF_ORDER");
            assertThat(evidence.ledger().frames().story(flawed).toString()).contains("whose number is lower");
        });
    }

    private String verify() {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out, true);
        Commands.line(new VigilCommand())
                .setOut(printer)
                .setErr(printer)
                .execute("verify", "--deep", "--data", data.toString());
        return out.toString();
    }
}

package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.cli.simulated.Simulation;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Header;
import dev.vigil.ledger.Measured;
import dev.vigil.ledger.Pointing;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.PlacedOnSky;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.simulator.Flaw;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.SimulatedNight;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night in which the telescope is more and more often 25 arc minutes from where the headers say: frames tell each other. */
class AstrayNightTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final NightPlan PLAN =
            NightPlan.of(Deployed.NIGHT).withFrames(3, 3, 3, 5).withSize(512).withFlaws(Map.of(Flaw.POINTING_OFF, 3));
    private static final SimulatedNight NIGHT = SimulatedNight.of(PLAN);
    private static final List<PlannedFrame> ASTRAY = NIGHT.frames().stream()
            .filter(frame -> frame.has(Flaw.POINTING_OFF))
            .toList();

    @TempDir
    static Path data;

    private static StopSignal stop;
    private static AllInOne vigil;
    private static Evidence evidence;

    @BeforeAll
    static void carryIt() throws Exception {
        stop = new StopSignal();
        Path references = new Simulation(PLAN, data.resolve("incoming"), data.resolve("truth"), Duration.ZERO)
                .writeReferences()
                .orElseThrow();
        Config given = Config.of(Map.of(
                "scheduler.set-quiet", "3 s", "portal.port", "0", "calibrator.references", references.toString()));
        vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop);
        evidence = new Evidence(vigil.config());
        for (PlannedFrame frame : NIGHT.frames()) {
            if (!frame.has(Flaw.POINTING_OFF)) {
                NIGHT.writeBelow(vigil.incoming(), frame);
            }
        }
        Awaitility.await("those that are where they say").atMost(PATIENCE).until(() -> reduced() == 2);
        for (int i = 0; i < ASTRAY.size(); i++) {
            int solved = 3 + i;
            NIGHT.writeBelow(vigil.incoming(), ASTRAY.get(i));
            Awaitility.await(ASTRAY.get(i).name()).atMost(PATIENCE).until(() -> reduced() == solved);
        }
    }

    @AfterAll
    static void end() {
        evidence.close();
        vigil.close();
        stop.close();
    }

    private static long reduced() {
        return measured().size();
    }

    private static List<Measured> measured() {
        return evidence.ledger().nights().measurements(PLAN.unit(), Optional.of(Deployed.NIGHT)).stream()
                .filter(found -> found.made() == ReductionKind.FULL)
                .toList();
    }

    private static String id(PlannedFrame frame) {
        return PLAN.unit() + "/" + frame.path();
    }

    private static Pointing pointing(PlannedFrame frame) {
        return measured().stream()
                .filter(found -> found.frame().value().equals(id(frame)))
                .findFirst()
                .orElseThrow()
                .pointing();
    }

    private static FrameReduced event(PlannedFrame frame) {
        return evidence.events(Topics.FRAMES_REDUCED).stream()
                .filter(event -> event.kind() == ReductionKind.FULL
                        && event.identity().frame().value().equals(id(frame)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void framesThatAreWhereTheySayAskNobody() {
        NIGHT.frames().stream()
                .filter(frame -> frame.kind() == FrameKind.SCIENCE && !frame.has(Flaw.POINTING_OFF))
                .forEach(frame ->
                        assertThat(pointing(frame).placedBy()).as(frame.name()).contains("header"));
    }

    @Test
    void theFirstThatIsAstrayIsSearchedForWiderAndTellsTheOthers() {
        assertThat(pointing(ASTRAY.get(0)).placedBy()).contains("wider");
        assertThat(pointing(ASTRAY.get(1)).placedBy())
                .contains("neighbour " + ASTRAY.get(0).name());
        assertThat(pointing(ASTRAY.get(2)).placedBy().orElseThrow())
                .isIn(
                        "neighbour " + ASTRAY.get(0).name(),
                        "neighbour " + ASTRAY.get(1).name());
    }

    @Test
    void theEventAndTheHeaderTellByHowMuchAndByWhom() throws Exception {
        FrameReduced event = event(ASTRAY.get(2));
        PlacedOnSky placed = event.placed().orElseThrow();
        assertThat(placed.rung()).startsWith("neighbour ");
        assertThat(placed.shift().orElseThrow().north()).isCloseTo(1500, within(0.5));
        Path image = event.products().stream()
                .filter(product -> product.kind() == ProductKind.IMAGE)
                .findFirst()
                .map(product -> data.resolve("archive").resolve(product.file().key()))
                .orElseThrow();
        Header header = FitsFile.read(image).hdus().get(1).header();
        assertThat(header.text("WCSRUNG")).contains(placed.rung());
        assertThat(header.number("WCSDELDE").orElseThrow()).isCloseTo(1500, within(0.5));
    }

    @Test
    void theFramesPageTellsItToo() throws Exception {
        assertThat(page("/frames/" + id(ASTRAY.get(1))))
                .contains(
                        "<dt>Place found by</dt><dd>neighbour " + ASTRAY.get(0).name() + "</dd>")
                .contains("<dt>Pointing</dt><dd>off by ", "1500″ north</dd>");
    }

    private static String page(String path) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(vigil.portal().resolve(URI.create(path)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}

package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.cli.simulated.Simulation;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.ledger.Measured;
import dev.vigil.ledger.SkyClass;
import dev.vigil.ledger.SkyQuality;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.simulator.Flaw;
import dev.vigil.simulator.NightPlan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night in which the camera goes out of focus, the telescope does not follow the sky, a cloud comes and the filter is another: what is measured says so. */
class ChangingSkyTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int SCIENCE = 10;
    private static final NightPlan PLAN = NightPlan.of(Deployed.NIGHT)
            .withFrames(3, 3, 3, SCIENCE)
            .withSize(640)
            .withFlaws(Map.of(Flaw.DEFOCUSED, 1, Flaw.TRAILED, 1, Flaw.CLOUD, 1, Flaw.OTHER_FILTER, 1));

    @TempDir
    static Path data;

    private static StopSignal stop;
    private static AllInOne vigil;
    private static Evidence evidence;
    private static Simulation simulation;

    @BeforeAll
    static void carryIt() throws Exception {
        stop = new StopSignal();
        simulation = new Simulation(PLAN, data.resolve("incoming"), data.resolve("truth"), Duration.ZERO);
        Path references = simulation.writeReferences().orElseThrow();
        Config given = Config.of(Map.of(
                "scheduler.set-quiet", "3 s", "portal.port", "0", "calibrator.references", references.toString()));
        vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop);
        evidence = new Evidence(vigil.config());
        simulation.run(done -> {});
        Deployed.until(vigil.config(), PLAN.unit(), PATIENCE, night -> night.count("recorded") == 9 + SCIENCE);
    }

    @AfterAll
    static void end() {
        evidence.close();
        vigil.close();
        stop.close();
    }

    /** The path of the frame that a flaw befell, below the unit's folder. */
    private static String frame(Flaw flaw) {
        return PLAN.unit() + "/"
                + simulation.flaws().stream()
                        .filter(truth -> truth.flaw().equals(flaw.word()))
                        .findFirst()
                        .orElseThrow()
                        .path();
    }

    private static Map<String, SkyQuality> skies() {
        Map<String, SkyQuality> skies = new HashMap<>();
        evidence.ledger()
                .skies()
                .of(PLAN.unit(), Deployed.NIGHT)
                .forEach(sky -> skies.put(sky.frame().value(), sky));
        return skies;
    }

    @Test
    void aFrameUnderACloudIsCloudyAndOthersAreNot() {
        Map<String, SkyQuality> skies = skies();
        assertThat(skies).hasSize(SCIENCE);
        assertThat(skies.get(frame(Flaw.CLOUD)).skyClass()).isEqualTo(SkyClass.CLOUDY);
        assertThat(skies.get(frame(Flaw.CLOUD)).transparency()).isBetween(0.2, 0.3);
        List<String> changed =
                List.of(frame(Flaw.CLOUD), frame(Flaw.OTHER_FILTER), frame(Flaw.DEFOCUSED), frame(Flaw.TRAILED));
        skies.forEach((frame, sky) -> {
            if (!changed.contains(frame)) {
                assertThat(sky.transparency()).as(frame).isBetween(0.9, 1.001);
            }
        });
    }

    @Test
    void airmassAndMoonAreToldForEachFrame() {
        List<Measured> reduced =
                evidence.ledger().nights().measurements(PLAN.unit(), Optional.of(Deployed.NIGHT)).stream()
                        .filter(measured -> measured.made() == ReductionKind.FULL)
                        .toList();
        assertThat(reduced).hasSize(SCIENCE).allSatisfy(measured -> {
            Map<String, Double> others = measured.measurements().others();
            assertThat(others).containsKeys("moonSeparation", "moonAltitude", "moonIllumination");
            assertThat(others.get("airmass")).isBetween(1.0, 1.1);
            assertThat(others.get("sunAltitude")).isLessThan(-10);
        });
    }

    @Test
    void thePagesHintAtWhatChanged() throws Exception {
        assertThat(pageOf(frame(Flaw.DEFOCUSED))).contains("focus?");
        assertThat(pageOf(frame(Flaw.TRAILED))).contains("tracking?");
        assertThat(pageOf(frame(Flaw.CLOUD))).contains("cloud?").contains("The sky was <b>cloudy</b>");
        assertThat(pageOf(frame(Flaw.OTHER_FILTER))).contains("filter?");
        assertThat(page("/nights/" + PLAN.unit() + "/" + Deployed.NIGHT))
                .contains("Transparency", "Airmass", "focus?", "tracking?", "cloud?", "filter?");
    }

    private static String pageOf(String frame) throws Exception {
        return page("/frames/" + frame);
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

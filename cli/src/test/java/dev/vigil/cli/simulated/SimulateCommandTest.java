package dev.vigil.cli.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.cli.Run;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.ReferenceFile;
import dev.vigil.simulator.Fields;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.NightTruth;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateCommandTest {
    @TempDir
    Path folder;

    private Run simulate(String... more) {
        String[] common = {"simulate", "--incoming", folder.resolve("in").toString(), "--size", "64", "--frames", "16"};
        String[] all = java.util.stream.Stream.of(common, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return Run.vigil(all);
    }

    @Test
    void aNightOfAnInstrumentIsWrittenWhereItsTelescopeWouldWriteIt() throws Exception {
        assertThat(simulate("--instrument", "kpf", "--night", "2026-11-18").status())
                .isZero();
        assertThat(folder.resolve("in/KPF/L0/20261118")).isDirectoryContaining("glob:**/KP.20261118.*.fits");
        NightTruth truth = NightTruth.read(folder.resolve("truth/KPF/2026-11-18.json"));
        assertThat(truth.instrument()).isEqualTo("kpf");
    }

    @Test
    void theNightsStarsAreInACatalogueThatPutsThemWhereTheyAreThatNight() throws Exception {
        assertThat(simulate("--night", "2026-11-18").status()).isZero();
        NightTruth truth = NightTruth.read(folder.resolve("truth/GEN01/2026-11-18.json"));
        ReferenceFile catalogue = ReferenceFile.open(folder.resolve("truth/GEN01/2026-11-18.stars"));
        assertThat(catalogue.band().name()).isEqualTo("r");
        assertThat(catalogue.facts().epoch()).isEqualTo(new Epoch(2016));
        var stars =
                truth.frames().stream().flatMap(frame -> frame.stars().stream()).toList();
        assertThat(stars).hasSizeGreaterThan(20);
        for (var star : stars) {
            SkyPosition place = new SkyPosition(star.ra(), star.dec());
            var near = catalogue.around(place, 0.1 / 3600, Epoch.of(Instant.parse("2026-11-19T03:00:00Z")), 1);
            assertThat(near)
                    .as(star.toString())
                    .singleElement()
                    .satisfies(found -> assertThat(found.magnitude()).isEqualTo(star.magnitude(), within(0.06)));
        }
    }

    @Test
    void theCatalogueOfRealFieldsKnowsTheirRealStars() throws Exception {
        NightPlan plan = NightPlan.of(LocalDate.parse("2026-11-18")).withFields(Fields.TYCHO2);
        Simulation simulation = new Simulation(plan, folder.resolve("in"), folder.resolve("truth"), Duration.ZERO);
        ReferenceFile catalogue =
                ReferenceFile.open(simulation.writeReferences().orElseThrow());
        assertThat(catalogue.facts().name()).startsWith("Tycho-2");
        assertThat(catalogue.band().name()).isEqualTo("VT");
        assertThat(catalogue.around(new SkyPosition(119, -33.7), 0.5, Epoch.J2000, 1000))
                .hasSizeGreaterThan(50);
    }

    @Test
    void fieldsThatAreUnknownOrCannotBeSeenAreRefused() {
        assertThat(simulate("--fields", "nowhere").err()).contains("nowhere").contains("made, tycho2");
        Run small = simulate("--fields", "tycho2");
        assertThat(small.status()).isNotZero();
        assertThat(small.err()).contains("1024 to 1400").contains("64");
    }

    @Test
    void aDemoLooksAtRealStarsWhereItsDetectorSeesEnoughOfThem() {
        assertThat(demo()).isEqualTo(Fields.TYCHO2);
        assertThat(demo("--size", "512")).isEqualTo(Fields.MADE);
        assertThat(demo("--fields", "made")).isEqualTo(Fields.MADE);
        assertThat(demo("--instrument", "7dt")).isEqualTo(Fields.MADE);
    }

    private static Fields demo(String... options) {
        NightOptions night = new NightOptions();
        new CommandLine(night).parseArgs(options);
        return night.planOfRealSky(Clock.systemUTC()).fields();
    }

    @Test
    void flawsAreWrittenAndTold() throws Exception {
        Run run = simulate("--instrument", "7dt", "--night", "2026-11-18", "--flaw", "truncated", "--flaw", "junk=3");
        assertThat(run.status()).isZero();
        NightTruth truth = NightTruth.read(folder.resolve("truth/7DT05/2026-11-18.json"));
        assertThat(truth.flaws()).extracting(NightTruth.FlawTruth::flaw).containsOnlyOnce("truncated");
        assertThat(truth.flaws()).filteredOn(flaw -> flaw.flaw().equals("junk")).hasSize(3);
    }

    @Test
    void anUnknownCameraOrFlawIsSaidWithThoseThatAreKnown() {
        assertThat(simulate("--instrument", "hubble").err()).contains("hubble").contains("7dt-nina");
        assertThat(simulate("--flaw", "clouds").err()).contains("clouds").contains("clock-off");
        assertThat(simulate("--instrument", "hsc", "--detectors", "113").err()).contains("112");
    }

    @Test
    void theHelpNamesCamerasAndFlaws() {
        assertThat(Run.vigil("simulate", "--help").out()).contains("robo-ao").contains("reused-name");
    }
}

package dev.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.simulator.NightTruth.FrameTruth;
import dev.vigil.simulator.camera.Cameras;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The slice of Tycho-2, and nights that look at it. */
class RealSkyTest {
    private static NightPlan night(String date) {
        return NightPlan.of(LocalDate.parse(date)).withFields(Fields.TYCHO2);
    }

    private static List<FrameTruth> science(NightPlan plan) {
        return SimulatedNight.of(plan).truth().frames().stream()
                .filter(frame -> frame.kind() == FrameKind.SCIENCE)
                .toList();
    }

    private static Set<String> slice() {
        Set<String> places = new HashSet<>();
        RealSky.table().stream().skip(1).forEach(line -> {
            String[] row = line.split(",");
            places.add(
                    Double.parseDouble(row[0]) + " " + Double.parseDouble(row[1]) + " " + Double.parseDouble(row[2]));
        });
        return places;
    }

    private static long real(FrameTruth frame, Set<String> slice) {
        return frame.stars().stream()
                .filter(star -> slice.contains(star.ra() + " " + star.dec() + " " + star.magnitude()))
                .count();
    }

    @Test
    void theSliceIsSmallAndItsTermsLieBesideIt() throws Exception {
        assertThat(slice()).hasSize(2339);
        assertThat(String.join("\n", RealSky.table()).length()).isLessThan(200_000);
        for (String beside : List.of("tycho2-README.md", "tycho2-LICENSE.txt")) {
            try (InputStream in = RealSky.class.getResourceAsStream(beside)) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("Makarov");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-15", "2026-03-15", "2026-05-15", "2026-07-15", "2026-09-15", "2026-11-15"})
    void inEverySeasonTheTelescopeLooksHighAndSeesEnoughRealStars(String date) {
        Set<String> slice = slice();
        assertThat(science(night(date))).hasSize(20).allSatisfy(frame -> {
            assertThat(frame.airmass()).isBetween(1.0, 1.2);
            assertThat(real(frame, slice)).isGreaterThanOrEqualTo(18);
        });
    }

    @Test
    void madeStarsAreFainterThanMostRealOnes() {
        Set<String> slice = slice();
        assertThat(science(night("2026-11-15")).get(0).stars())
                .filteredOn(star -> star.magnitude() < 12.8)
                .isNotEmpty()
                .allMatch(star -> slice.contains(star.ra() + " " + star.dec() + " " + star.magnitude()));
    }

    @Test
    void theNightsCatalogueIsTheSlice(@TempDir Path folder) throws Exception {
        Path table = SimulatedNight.of(night("2026-11-15")).writeCatalogue(folder);
        assertThat(Files.readAllLines(table)).isEqualTo(RealSky.table());
    }

    @Test
    void aWiderPixelCoversMore() {
        TangentPlane usual = new TangentPlane(120, -30, 500, 500);
        TangentPlane wide = new TangentPlane(120, -30, 500, 500, Optics.WIDE);
        TangentPlane.Place place = usual.placeOf(0.05, -0.04);
        assertThat(wide.pixelOf(place).x() - 500)
                .isCloseTo((usual.pixelOf(place).x() - 500) / 5, within(1e-9));
        assertThat(wide.distance(place)).isCloseTo(Math.hypot(0.05, 0.04), within(1e-5));
    }

    @Test
    void otherCamerasSeeMadeStarsOnly() {
        NightPlan plan = NightPlan.of(Cameras.named("7dt"), LocalDate.parse("2026-11-15"));
        assertThatThrownBy(() -> plan.withFields(Fields.TYCHO2)).hasMessageContaining("generic");
    }

    @ParameterizedTest
    @ValueSource(ints = {1023, 1401})
    void aDetectorThatSeesTooFewRealStarsOrBeyondThemIsRefused(int size) {
        NightPlan plan = NightPlan.of(LocalDate.parse("2026-11-15")).withSize(size);
        assertThatThrownBy(() -> plan.withFields(Fields.TYCHO2))
                .hasMessageContaining("1024 to 1400")
                .hasMessageContaining(String.valueOf(size));
    }

    @Test
    void onlyTheCornersOfTheLargestDetectorReachBeyondHalfADegree() {
        NightPlan plan = NightPlan.of(LocalDate.parse("2026-11-15")).withSize(1400);
        double halfWidth = 0.5 * plan.withFields(Fields.TYCHO2).size() * Optics.WIDE.scale() / 3600;
        assertThat(halfWidth + Scene.DITHER).isLessThan(0.5);
        assertThat(halfWidth * Math.sqrt(2)).isCloseTo(0.69, within(0.005));
    }
}

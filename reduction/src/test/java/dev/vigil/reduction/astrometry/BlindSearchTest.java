package dev.vigil.reduction.astrometry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.reduction.coordinates.Offset;
import dev.vigil.reduction.coordinates.Pointing;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.ReferenceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlindSearchTest {
    private static final String WHY = "nobody said where";

    @TempDir
    static Path folder;

    private static ReferenceFile catalogue;
    private static WholeSky sky;

    @BeforeAll
    static void aPatchOfSky() throws IOException {
        catalogue = SkyPatch.write(folder.resolve("patch.stars"));
        sky = WholeSky.of(catalogue);
    }

    private static AstrometrySolver solver() {
        return new AstrometrySolver(catalogue, Optional.of(sky), Astrometry.DEFAULT);
    }

    private static WorldCoordinates somewhere(Random random) {
        SkyPosition place = SkyPatch.MIDDLE.skyAt(new Offset(4 * random.nextDouble() - 2, 4 * random.nextDouble() - 2));
        return SkyPatch.camera(place, 1.2 + 2 * random.nextDouble(), 360 * random.nextDouble(), random.nextBoolean());
    }

    @Test
    void aFieldIsFoundByItsStarsAlone() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            WorldCoordinates truth = somewhere(random);
            List<Detection> seen = SkyPatch.seen(catalogue, truth, Epoch.J2000, random);
            OptionalDouble scale = OptionalDouble.of(1.05 * truth.map().arcsecondsPerPixel());
            Solution solution = solver().solve(SkyPatch.unplaced(seen, scale), WHY);
            assertThat(solution.rung()).as("seed " + seed + " " + solution).contains("blind");
            assertThat(MadeField.distance(solution.fit().orElseThrow().coordinates(), truth))
                    .isLessThan(0.1 * truth.map().arcsecondsPerPixel());
        }
    }

    @Test
    void aFieldIsFoundWithoutItsScaleToo() {
        for (int seed = 20; seed < 24; seed++) {
            Random random = new Random(seed);
            WorldCoordinates truth = somewhere(random);
            List<Detection> seen = SkyPatch.seen(catalogue, truth, Epoch.J2000, random);
            Solution solution = solver().solve(SkyPatch.unplaced(seen, OptionalDouble.empty()), WHY);
            assertThat(solution.fit()).as("seed " + seed + " " + solution).isPresent();
            assertThat(MadeField.distance(solution.fit().orElseThrow().coordinates(), truth))
                    .isLessThan(0.1 * truth.map().arcsecondsPerPixel());
        }
    }

    @Test
    void whatIsNotTheSkyIsNotFoundOnIt() {
        for (int seed = 0; seed < 5; seed++) {
            List<Detection> strangers = SkyPatch.strangers(150, new Random(seed));
            Solution solution = solver().solve(SkyPatch.unplaced(strangers, OptionalDouble.of(2)), WHY);
            assertThat(solution.fit()).isEmpty();
            assertThat(solution.reason().orElseThrow()).contains(WHY, "four stars of patch");
        }
    }

    @Test
    void aHeaderOfAnotherPlaceIsTheReasonToSearchEverywhere() {
        Random random = new Random(5);
        WorldCoordinates truth = somewhere(random);
        SkyField field = placed(truth, random, new SkyPosition(152.5, -31.5));
        Solution solution = solver().solve(field);
        assertThat(solution.steps())
                .extracting(Solution.Step::rung)
                .containsExactly("header", "any direction", "wider", "brighter limit", "blind");
        assertThat(MadeField.distance(solution.fit().orElseThrow().coordinates(), truth))
                .isLessThan(0.1 * truth.map().arcsecondsPerPixel());
    }

    private static SkyField placed(WorldCoordinates truth, Random random, SkyPosition header) {
        UnplacedField seen = SkyPatch.unplaced(
                SkyPatch.seen(catalogue, truth, Epoch.J2000, random),
                OptionalDouble.of(truth.map().arcsecondsPerPixel()));
        return new SkyField(
                seen,
                new Pointing(
                        new WorldCoordinates(header, truth.referencePixel(), truth.map(), truth.distortion()), true),
                List.of());
    }

    @Test
    void whicheverSearchFindsAFieldItsCoordinatesAreTheSame() {
        for (int seed = 40; seed < 43; seed++) {
            WorldCoordinates truth = somewhere(new Random(seed));
            SkyField told = placed(truth, new Random(seed), truth.reference());
            SkyPosition astray = truth.reference().skyAt(new Offset(1.5, 1));
            SkyField wrong = placed(truth, new Random(seed), astray);
            Shift shift = wrong.shiftTo(truth).orElseThrow();
            SkyField led = new SkyField(
                    wrong.seen(), wrong.pointing(), List.of(Shift.ofFrame("before.fits", shift.east(), shift.north())));
            Solution byHeader = solver().solve(told);
            Solution byShift = solver().solve(led);
            Solution blind = solver().solve(wrong);
            assertThat(byHeader.rung()).contains("header");
            assertThat(byShift.rung()).contains("neighbour before.fits");
            assertThat(blind.rung()).contains("blind");
            assertThat(List.of(byShift.fit(), blind.fit())).as("seed " + seed).containsOnly(byHeader.fit());
        }
    }

    @Test
    void patternsAreMadeOnceAndKeptBesideTheCatalogue() throws IOException {
        Path file = sky.file().orElseThrow();
        int size = sky.patterns().size();
        assertThat(file).hasFileName("patch.stars.patterns").exists();
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        boolean[] made = {false};
        SkyPatterns again = WholeSky.of(catalogue).patterns(steps -> step -> made[0] = true);
        assertThat(again.size()).isEqualTo(size);
        assertThat(made[0]).isTrue();
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        made[0] = false;
        assertThat(WholeSky.of(catalogue)
                        .patterns(steps -> step -> made[0] = true)
                        .size())
                .isEqualTo(size);
        assertThat(made[0]).isFalse();
    }

    @Test
    void patternsOfAnotherCatalogueAreMadeAnew() throws IOException {
        Path file = sky.file().orElseThrow();
        int size = sky.patterns().size();
        byte[] bytes = Files.readAllBytes(file);
        byte[] others = bytes.clone();
        others[20] ^= 1;
        Files.write(file, others);
        assertThat(WholeSky.of(catalogue).patterns().size()).isEqualTo(size);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }
}

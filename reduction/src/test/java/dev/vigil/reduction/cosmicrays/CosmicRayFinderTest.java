package dev.vigil.reduction.cosmicrays;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CosmicRayFinderTest {
    private static int[] struck(Exposure exposure) {
        return CosmicRayFinder.find(exposure, CosmicRays.DEFAULT).pixels();
    }

    @Property(tries = 8, seed = "1")
    void tracksAreFoundAmongStarsAndLittleElse(
            @ForAll @DoubleRange(min = 2.6, max = 5) double fwhm, @ForAll long seed) {
        Sky sky = Sky.of(256, 95, seed).withStars(30, fwhm).withTracks(60);
        int[] found = struck(sky.exposed());
        assertThat(sky.recall(found, 60)).isGreaterThan(0.96);
        assertThat(sky.precision(found)).isGreaterThan(0.9);
    }

    @Property(tries = 8, seed = "2")
    void aCleanFieldLosesNoStar(@ForAll @DoubleRange(min = 2.2, max = 6) double fwhm, @ForAll long seed) {
        Sky sky = Sky.of(192, 200, seed).withStars(40, fwhm);
        Exposure exposure = sky.exposed();
        int[] found = struck(exposure);
        assertThat(Arrays.stream(found).filter(i -> sky.light[i] > 400)).isEmpty();
        assertThat(found).hasSizeLessThan(12);
    }

    @Property(tries = 8)
    void rowsAndColumnsMayChangePlaces(@ForAll long seed, @ForAll @IntRange(min = 40, max = 90) int height) {
        Sky sky = new Sky(64, height, 95, seed).withStars(12, 3).withTracks(12);
        Exposure exposure = sky.exposed();
        int[] turned = Arrays.stream(struck(transposed(exposure)))
                .map(i -> i % height * 64 + i / height)
                .sorted()
                .toArray();
        assertThat(turned).isEqualTo(struck(exposure));
    }

    private static Exposure transposed(Exposure exposure) {
        int width = exposure.width();
        int height = exposure.height();
        float[] electrons = new float[width * height];
        float[] variance = new float[width * height];
        int[] mask = new int[width * height];
        for (int i = 0; i < electrons.length; i++) {
            int from = i % height * width + i / height;
            electrons[i] = exposure.electrons()[from];
            variance[i] = exposure.variance()[from];
            mask[i] = exposure.mask()[from];
        }
        return new Exposure(height, width, electrons, variance, mask, Sky.BITS);
    }

    /** Numbers are whole here, so that a sum is exact. */
    @Property(tries = 8)
    void onlyTheNoiseOfTheSkyMattersNotItsLevel(
            @ForAll long seed, @ForAll @IntRange(min = -90, max = 30_000) int more) {
        Exposure exposure = Sky.of(96, 95, seed).withStars(10, 3).withTracks(15).exposed();
        float[] brighter = exposure.electrons().clone();
        for (int i = 0; i < brighter.length; i++) {
            brighter[i] += more;
        }
        Exposure other = new Exposure(96, 96, brighter, exposure.variance(), exposure.mask(), Sky.BITS);
        assertThat(struck(other)).isEqualTo(struck(exposure));
    }

    @Property(tries = 8)
    void aMoreDemandingLookFindsNothingNewAtFirst(@ForAll long seed) {
        Exposure exposure = Sky.of(96, 95, seed).withStars(10, 3).withTracks(15).exposed();
        int[] lenient =
                CosmicRayFinder.find(exposure, new CosmicRays(4.5, 5, 1e9, 1)).pixels();
        int[] strict =
                CosmicRayFinder.find(exposure, new CosmicRays(8, 6, 1e9, 1)).pixels();
        assertThat(Sky.set(lenient).stream().boxed())
                .containsAll(Arrays.stream(strict).boxed().toList());
    }

    @Test
    void aTrackThroughAHotPixelStrikesItToo() {
        Sky sky = Sky.of(64, 95, 1).addTrack(20, 32, 0, 20, 900);
        sky.mask[sky.at(30, 32)] = Sky.BAD;
        assertThat(struck(sky.exposed())).contains(sky.at(29, 32), sky.at(30, 32), sky.at(31, 32));
    }

    @Test
    void aPixelThatIsNoisyByItselfIsNotStruck() {
        Exposure exposure = Sky.of(64, 95, 2).exposed();
        int hot = 32 * 64 + 32;
        exposure.electrons()[hot] += 150;
        exposure.variance()[hot] += 6000;
        assertThat(struck(exposure)).doesNotContain(hot);
        exposure.electrons()[hot] += 1500;
        assertThat(struck(exposure)).contains(hot);
    }

    @Test
    void saturatedStarsAndTheirTrailsAreLeftAlone() {
        Sky sky = Sky.of(128, 95, 3).addStar(64, 64, 2_000_000, 3.5);
        Exposure exposure = sky.exposed();
        for (int y = 30; y < 98; y++) {
            fill(exposure, sky.at(64, y), 90_000);
        }
        fill(exposure, sky.at(64, 98), 41_000);
        for (int i = 0; i < exposure.electrons().length; i++) {
            if (exposure.electrons()[i] > 90_000) {
                fill(exposure, i, 90_000);
            }
            exposure.mask()[i] |= exposure.electrons()[i] >= 90_000 ? Sky.SATURATED : 0;
        }
        assertThat(Arrays.stream(struck(exposure)).filter(i -> Math.abs(i % 128 - 64) < 8))
                .isEmpty();
    }

    private static void fill(Exposure exposure, int i, float electrons) {
        exposure.electrons()[i] = electrons;
        exposure.variance()[i] = electrons + 25;
    }

    @Test
    void aParticleThatFillsAPixelIsFound() {
        Sky sky = Sky.of(64, 95, 4).addTrack(30, 30, 0, 0.05, 950_000);
        sky.mask[sky.at(30, 30)] = Sky.SATURATED;
        assertThat(struck(sky.exposed())).contains(sky.at(30, 30));
    }

    @Test
    void tracksAreFoundInEveryCornerAndAlongEveryEdge() {
        Sky sky = Sky.of(64, 95, 5)
                .addTrack(0, 0, 0, 0.05, 20_000)
                .addTrack(63, 0, 0, 0.05, 20_000)
                .addTrack(0, 63, 0, 0.05, 20_000)
                .addTrack(63, 63, 0, 0.05, 20_000)
                .addTrack(20, 0, 0, 20, 900)
                .addTrack(0, 20, Math.PI / 2, 20, 900)
                .addTrack(20, 63, 0, 20, 900)
                .addTrack(63, 20, Math.PI / 2, 20, 900);
        Found found = CosmicRayFinder.find(sky.exposed(), CosmicRays.DEFAULT);
        assertThat(sky.recall(found.pixels(), 60)).isEqualTo(1);
        assertThat(found.hits()).isEqualTo(8);
    }

    @Test
    void whatSaysNothingIsNeitherStruckNorInTheWay() {
        Sky sky = Sky.of(64, 3000, 6).addTrack(30, 30, 0, 10, 6000);
        IntStream.range(0, 64 * 20).forEach(i -> sky.mask[i] = Sky.BLIND);
        sky.mask[sky.at(35, 29)] = Sky.BLIND;
        Exposure exposure = sky.exposed();
        exposure.electrons()[sky.at(10, 40)] = Float.NaN;
        exposure.electrons()[sky.at(12, 40)] = 0;
        exposure.mask()[sky.at(12, 40)] = Sky.BAD;
        exposure.variance()[sky.at(14, 40)] = 0;
        exposure.electrons()[sky.at(14, 40)] = 1e6f;
        exposure.electrons()[sky.at(35, 29)] = 1e6f;
        int[] found = struck(exposure);
        assertThat(sky.recall(found, 60)).isEqualTo(1);
        assertThat(found).hasSizeBetween(10, 11);
    }

    @Test
    void anExposureIsLeftAsItIs() {
        Exposure exposure = Sky.of(64, 95, 7).withTracks(10).exposed();
        float[] electrons = exposure.electrons().clone();
        float[] variance = exposure.variance().clone();
        assertThat(struck(exposure)).isEqualTo(struck(exposure)).isNotEmpty();
        assertThat(exposure.electrons()).isEqualTo(electrons);
        assertThat(exposure.variance()).isEqualTo(variance);
        assertThat(exposure.mask()).containsOnly(0);
    }

    @Property(tries = 60)
    void anExposureOfAnySizeIsLookedAt(
            @ForAll @IntRange(min = 1, max = 70) int width, @ForAll @IntRange(min = 1, max = 9) int height) {
        Sky sky = new Sky(width, height, 95, 8).withTracks(1);
        assertThat(CosmicRayFinder.find(sky.exposed(), CosmicRays.DEFAULT).hits())
                .isLessThan(3);
    }

    @Test
    void nothingAtAllIsFoundInNothing() {
        Exposure nothing = new Exposure(8, 8, new float[64], new float[64], new int[64], Sky.BITS);
        assertThat(struck(nothing)).isEmpty();
    }
}

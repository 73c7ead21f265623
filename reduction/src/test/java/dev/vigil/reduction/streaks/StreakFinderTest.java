package dev.vigil.reduction.streaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class StreakFinderTest {
    private static Found found(NightSky sky) {
        return StreakFinder.find(sky.exposed(), Streaks.DEFAULT);
    }

    /** Twelve electrons are one standard deviation of a pixel of this sky. */
    @Property(tries = 10, seed = "3")
    void aStreakAcrossTheImageIsCoveredWhateverItsDirection(
            @ForAll @DoubleRange(min = 0, max = 3.14) double angle,
            @ForAll @DoubleRange(min = 300, max = 700) double x,
            @ForAll @DoubleRange(min = 15, max = 3000) double peak) {
        NightSky sky = new NightSky(1).withStars(300).withStreak(x, 512, angle, 2000, peak);
        Found found = found(sky);
        assertThat(found.streaks()).isEqualTo(1);
        assertThat(sky.recall(found.pixels())).isGreaterThan(0.95);
        assertThat(sky.precision(found.pixels())).isGreaterThan(0.3);
    }

    @Property(tries = 5, seed = "4")
    void aFieldOfStarsHasNone(@ForAll long seed) {
        assertThat(found(new NightSky(seed).withStars(600)).streaks()).isZero();
    }

    @Test
    void aStreakThatEndsIsMarkedToItsEnd() {
        NightSky sky = new NightSky(2).withStars(200).withStreak(512, 400, 0.7, 300, 40);
        Found found = found(sky);
        assertThat(found.streaks()).isEqualTo(1);
        assertThat(sky.recall(found.pixels())).isGreaterThan(0.95);
    }

    @Test
    void streaksThatCrossAreTwo() {
        NightSky sky = new NightSky(3)
                .withStars(200)
                .withStreak(512, 512, 0.3, 2000, 40)
                .withStreak(512, 500, 1.9, 2000, 60);
        Found found = found(sky);
        assertThat(found.streaks()).isEqualTo(2);
        assertThat(sky.recall(found.pixels())).isGreaterThan(0.95);
    }

    @Test
    void aShortOneIsLeftToOthers() {
        assertThat(found(new NightSky(4).withStreak(512, 512, 1, 60, 100)).streaks())
                .isZero();
    }

    @Test
    void neitherAWarmColumnNorTheSeamOfTwoAmplifiersIsAStreak() {
        assertThat(found(new NightSky(5).withBrightColumn(300, 60)).streaks()).isZero();
        assertThat(found(new NightSky(6).withStep(512, 6)).streaks()).isZero();
    }

    @Test
    void theSpikesOfABrightStarAreNone() {
        assertThat(found(new NightSky(7).withSpikes(512, 512, 0.8, 20_000)).streaks())
                .isZero();
    }

    @Test
    void whatIsMaskedIsNotLookedAt() {
        NightSky sky = new NightSky(8).withStreak(512, 512, 0, 2000, 100);
        for (int i = 500 * NightSky.SIZE; i < 524 * NightSky.SIZE; i++) {
            sky.mask[i] = NightSky.USELESS;
        }
        assertThat(found(sky).streaks()).isZero();
    }

    @Test
    void aSmallImageIsTooSmall() {
        Sight sight = new Sight(5, 3, new float[15], new float[15], new int[15], 1);
        assertThat(StreakFinder.find(sight, Streaks.DEFAULT).streaks()).isZero();
    }

    @Test
    void settingsThatFindNothingAreRefused() {
        assertThatThrownBy(() -> new Streaks(0, 400, 40)).hasMessageContaining("No way to find streaks");
    }
}

package dev.vigil.reduction.astrometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.coordinates.Offset;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PatternMatchTest {
    private static final Freedom ANY = new Freedom(0.06, 180, true, 700);
    private static final Freedom NEARLY = new Freedom(0.03, 5, false, 700);

    /** In arc seconds at the corners: three stars alone say no better. */
    private static final double CLOSE = 4 * MadeSky.TOLERANCE;

    @Property(tries = 60)
    void theSkyIsFoundInAnyDirectionAtFivePercentMinutesAwayAndInAMirror(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -180, max = 180) double turn,
            @ForAll @DoubleRange(min = 0.95, max = 1.05) double scale,
            @ForAll @DoubleRange(min = -400, max = 400) double shiftX,
            @ForAll @DoubleRange(min = -400, max = 400) double shiftY,
            @ForAll boolean mirrored,
            @ForAll @DoubleRange(min = 0, max = 0.4) double strangers) {
        Similarity truth = turned(turn, scale, mirrored, shiftX, shiftY);
        finds(truth, MadeSky.of(seed, 400, truth, strangers).match(ANY).find());
    }

    @Property(tries = 60)
    void aDozenStarsAreEnoughWhereTheHeaderIsNearlyRight(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -4, max = 4) double turn,
            @ForAll @DoubleRange(min = 0.98, max = 1.02) double scale,
            @ForAll @DoubleRange(min = -400, max = 400) double shift) {
        Similarity truth = turned(turn, scale, false, shift, -shift);
        MadeSky sky = MadeSky.of(seed, 45, truth, 0.1);
        Assume.that(sky.sources.size() >= 10);
        finds(truth, sky.match(NEARLY).find());
    }

    @Property(tries = 40)
    void sourcesThatAreNoStarsOfTheSkyAreNeverFound(@ForAll long seed, @ForAll @IntRange(min = 3, max = 400) int many) {
        MadeSky sky = MadeSky.ofChance(seed, 3 * many, many);
        assertThat(sky.match(NEARLY).find()).isEmpty();
        assertThat(sky.match(ANY).find()).isEmpty();
    }

    @Property(tries = 20)
    void whatIsTurnedFurtherThanAllowedIsNotFound(@ForAll long seed) {
        Similarity truth = turned(20, 1, false, 0, 0);
        assertThat(MadeSky.of(seed, 200, truth, 0.1).match(NEARLY).find()).isEmpty();
    }

    @Property(tries = 20)
    void oneSkySeenInPiecesIsNoProof(@ForAll long seed) {
        MadeSky sky = MadeSky.ofChance(seed, 120, 12);
        for (int i = 0; i < 40; i++) {
            Offset bright = sky.sources.get(i % 3);
            sky.sources.add(new Offset(bright.x() + i * 0.1, bright.y() - i * 0.1));
        }
        assertThat(sky.match(ANY).find()).isEmpty();
    }

    private static Similarity turned(double degrees, double scale, boolean mirrored, double shiftX, double shiftY) {
        double angle = Math.toRadians(degrees);
        return new Similarity(scale * Math.cos(angle), scale * Math.sin(angle), mirrored, shiftX, shiftY);
    }

    private static void finds(Similarity truth, Optional<PatternMatch.Found> found) {
        Similarity similarity = found.orElseThrow().similarity();
        assertThat(similarity.isMirrored()).isEqualTo(truth.isMirrored());
        for (double corner : new double[] {-MadeSky.HALF_SIDE, MadeSky.HALF_SIDE}) {
            double x = similarity.x(corner, MadeSky.HALF_SIDE);
            double y = similarity.y(corner, MadeSky.HALF_SIDE);
            assertThat(x).isCloseTo(truth.x(corner, MadeSky.HALF_SIDE), within(CLOSE));
            assertThat(y).isCloseTo(truth.y(corner, MadeSky.HALF_SIDE), within(CLOSE));
        }
    }
}

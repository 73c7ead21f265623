package dev.vigil.bench.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StarScoreTest {
    private static final int SIDE = 500;
    private static final int STARS = 144;

    private final double[] x = new double[STARS];
    private final double[] y = new double[STARS];
    private final double[] magnitude = new double[STARS];
    private final CosmicTruth empty = new CosmicTruth(SIDE, new float[SIDE * SIDE], new BitSet());

    private StarTruth truth() {
        Random random = new Random(1);
        for (int i = 0; i < STARS; i++) {
            x[i] = 40 + 35 * (i % 12) + random.nextDouble();
            y[i] = 40 + 35 * (i / 12) + random.nextDouble();
            magnitude[i] = i < STARS / 2 ? 13.2 : 17.2;
        }
        return new StarTruth(x, y, magnitude, 3, 25);
    }

    /** Every star but the given share of the faint ones, all a tenth of a pixel off. */
    private List<Spot> spots(StarTruth truth, double missing) {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < STARS - missing * STARS / 2; i++) {
            double light = Math.pow(10, 0.4 * (25 + truth.apertureCorrection() - magnitude[i]));
            spots.add(
                    new Spot(x[i] + (i % 2 == 0 ? 0.1 : -0.1), y[i] + (i % 2 == 0 ? 0.1 : -0.1), light, light, 3.1, 0));
        }
        return spots;
    }

    @Test
    void whatWasFoundIsHeldAgainstTheTruth() {
        StarTruth truth = truth();
        StarScore score = StarScore.of(spots(truth, 0.25), truth, empty);
        assertThat(score.purity()).isEqualTo(1);
        assertThat(score.completeness()[4]).isEqualTo(1);
        assertThat(score.completeness()[12]).isEqualTo(0.75);
        assertThat(score.centroids()[0]).isCloseTo(0.148, within(0.01));
        assertThat(score.zeroPoint()).isCloseTo(0, within(1e-6));
        assertThat(StarScore.medianWidth(spots(truth, 0), truth, empty)).isEqualTo(3.1);
    }

    @Test
    void whatIsNoStarLowersThePurity() {
        StarTruth truth = truth();
        List<Spot> spots = spots(truth, 0);
        spots.add(new Spot(57, 57, 100, 100, 3, 0));
        assertThat(StarScore.of(spots, truth, empty).purity()).isCloseTo(144 / 145.0, within(1e-9));
    }

    @Test
    void nearSaturatedPixelsNobodyIsJudged() {
        StarTruth truth = truth();
        BitSet dazzled = new BitSet();
        dazzled.set(57 * SIDE + 57);
        List<Spot> spots = spots(truth, 0);
        spots.add(new Spot(57, 57, 100, 100, 3, 0));
        assertThat(StarScore.of(spots, truth, new CosmicTruth(SIDE, new float[SIDE * SIDE], dazzled))
                        .purity())
                .isEqualTo(1);
    }

    @Test
    void depthLiesBetweenTheBins() {
        double[] completeness = {1, 1, 1, 1, 1, 1, 0.5, 0};
        StarScore score = new StarScore(1, 1, completeness, new double[2], 0);
        assertThat(score.depth(0.9)).isCloseTo(13.85, within(1e-9));
        assertThat(score.depth(0.5)).isCloseTo(14.25, within(1e-9));
    }

    @Test
    void theNearestOfManyIsFoundAcrossTheCells() {
        Random random = new Random(2);
        double[] px = random.doubles(400, 0, SIDE).toArray();
        double[] py = random.doubles(400, 0, SIDE).toArray();
        Places places = new Places(px, py, SIDE);
        for (int i = 0; i < 400; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < 400; k++) {
                least = k == i ? least : Math.min(least, Math.hypot(px[k] - px[i], py[k] - py[i]));
            }
            double expected = least < Places.REACH ? least : Double.POSITIVE_INFINITY;
            assertThat(Math.min(places.distance(px[i], py[i], i), 1e9))
                    .isCloseTo(Math.min(expected, 1e9), within(1e-9));
        }
    }
}

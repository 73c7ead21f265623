package dev.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class StarlightTest {
    private static final int SIZE = 64;
    private static final Geometry GEOMETRY = new Geometry(SIZE, SIZE, SIZE);
    private static final double FLUX = 1e6;
    private static final int PARTS = 40;

    @Property(tries = 30)
    void aPixelHasTheLightThatFallsOnAllOfIt(
            @ForAll @DoubleRange(min = 3, max = 6) double seeing,
            @ForAll @DoubleRange(min = 31, max = 33) double x,
            @ForAll @DoubleRange(min = 31, max = 33) double y) {
        float[] light = new float[SIZE * SIZE];
        new Starlight(GEOMETRY, seeing, 0, 1e-3, 0).add(new Star(x, y, 0, 0, 10, FLUX), light);
        double peak = integral(seeing, x, y, 32, 32);
        for (int column = 29; column <= 35; column++) {
            assertThat((double) light[31 * SIZE + column - 1])
                    .isCloseTo(integral(seeing, x, y, column, 32), within(0.005 * peak));
        }
    }

    @Property(tries = 10)
    void starsInTheCornersAreWiderByTheShareThatWasAskedFor(
            @ForAll @DoubleRange(min = 0, max = 0.5) double blur,
            @ForAll @DoubleRange(min = 3, max = 5) double seeing) {
        float[] light = new float[SIZE * SIZE];
        new Starlight(GEOMETRY, seeing, blur, 1e-3, 0).add(new Star(64, 64, 0, 0, 10, FLUX), light);
        double peak = integral(seeing * (1 + blur * 63 * 63 / 64.0 / 64.0), 64, 64, 64, 64);
        assertThat((double) light[63 * SIZE + 63]).isCloseTo(peak, within(0.005 * peak));
    }

    @Property(tries = 10)
    void aStarThatMovesIsDrawnOutAlongItsRowAndLosesNoLight(
            @ForAll @DoubleRange(min = 2, max = 4) double seeing,
            @ForAll @DoubleRange(min = 6, max = 12) double trail) {
        float[] stands = new float[SIZE * SIZE];
        float[] moves = new float[SIZE * SIZE];
        Star star = new Star(32, 32, 0, 0, 10, FLUX);
        new Starlight(GEOMETRY, seeing, 0, 1e-3, 0).add(star, stands);
        new Starlight(GEOMETRY, seeing, 0, 1e-3, trail).add(star, moves);
        assertThat(sum(moves)).isCloseTo(sum(stands), within(0.01 * FLUX));
        int row = 31 * SIZE;
        assertThat(moves[row + 31]).isLessThan(0.75f * stands[row + 31]);
        assertThat((double) moves[row + 31 + 2]).isCloseTo(moves[row + 31 - 2], within(1e-3 * FLUX));
        assertThat(moves[row + 31 + 3]).isGreaterThan(1.5f * moves[row + 31 + 3 * SIZE]);
    }

    private static double sum(float[] light) {
        double sum = 0;
        for (float each : light) {
            sum += each;
        }
        return sum;
    }

    /** A Moffat profile of exponent 3, summed over many small parts of a pixel, which is counted from 1. */
    private static double integral(double seeing, double x, double y, int column, int row) {
        double radius = seeing / 2 / Math.sqrt(Math.cbrt(2) - 1);
        double sum = 0;
        for (int part = 0; part < PARTS * PARTS; part++) {
            double fromX = column - 0.5 + (part % PARTS + 0.5) / PARTS - x;
            double fromY = row - 0.5 + (part / PARTS + 0.5) / PARTS - y;
            sum += Math.pow(1 + (fromX * fromX + fromY * fromY) / (radius * radius), -3);
        }
        return FLUX * 2 / (Math.PI * radius * radius) * sum / (PARTS * PARTS);
    }
}

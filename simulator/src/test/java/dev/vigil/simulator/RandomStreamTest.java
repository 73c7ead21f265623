package dev.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int DRAWS = 400_000;

    private static double[] meanAndVariance(DoubleSupplier draw) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double value = draw.getAsDouble();
            sum += value;
            squares += value * value;
        }
        double mean = sum / DRAWS;
        return new double[] {mean, squares / DRAWS - mean * mean};
    }

    @Test
    void gaussiansHaveMeanZeroAndVarianceOne() {
        double[] found = meanAndVariance(RandomStream.of(1, "gauss")::gaussian);
        assertThat(found[0]).isCloseTo(0, within(0.01));
        assertThat(found[1]).isCloseTo(1, within(0.02));
    }

    @Test
    void aboutFourInAThousandGaussiansLieBeyondThreeSigma() {
        RandomStream random = RandomStream.of(2, "tails");
        int beyond = 0;
        for (int i = 0; i < DRAWS; i++) {
            beyond += Math.abs(random.gaussian()) > 3 ? 1 : 0;
        }
        assertThat((double) beyond / DRAWS).isBetween(0.0022, 0.0032);
    }

    @Property(tries = 20)
    void countsHaveTheMeanAsTheirVariance(@ForAll @DoubleRange(min = 0.01, max = 60) double mean) {
        RandomStream random = RandomStream.of(3, "counts " + mean);
        double[] found = meanAndVariance(() -> random.count(mean));
        assertThat(found[0]).isCloseTo(mean, within(0.01 + 0.01 * mean));
        assertThat(found[1]).isCloseTo(mean, within(0.01 + 0.03 * mean));
    }

    @Test
    void uniformsFillTheirInterval() {
        double[] found = meanAndVariance(() -> RandomStream.of(4, "uniform").uniform(2, 4));
        RandomStream random = RandomStream.of(4, "uniform");
        double[] all = meanAndVariance(() -> random.uniform(2, 4));
        assertThat(found[1]).as("the same stream begins with the same number").isCloseTo(0, within(1e-9));
        assertThat(all[0]).isCloseTo(3, within(0.01));
        assertThat(all[1]).isCloseTo(4 / 12.0, within(0.01));
    }

    @Test
    void eachPurposeHasItsOwnNumbers() {
        assertThat(RandomStream.of(1, "a").next())
                .isNotEqualTo(RandomStream.of(1, "b").next());
        assertThat(RandomStream.of(1, "a").next())
                .isNotEqualTo(RandomStream.of(2, "a").next());
        assertThat(RandomStream.of(1, "a").next())
                .isEqualTo(RandomStream.of(1, "a").next());
    }
}

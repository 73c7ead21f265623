package dev.vigil.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RobustTest {
    @Property(tries = 200)
    void theMedianIsInTheMiddleOfTheSorted(@ForAll @IntRange(min = 1, max = 400) int count, @ForAll long seed) {
        float[] values = values(count, seed);
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        assertThat(Robust.median(values)).isEqualTo((sorted[(count - 1) / 2] + sorted[count / 2]) / 2);
    }

    @Property(tries = 300)
    void valuesInOrderHaveTheSameMedianAndDeviation(
            @ForAll @IntRange(min = 1, max = 400) int count,
            @ForAll @IntRange(min = 0, max = 20) int before,
            @ForAll long seed) {
        float[] sorted = values(before + count + 3, seed);
        Arrays.sort(sorted, before, before + count);
        float[] alone = Arrays.copyOfRange(sorted, before, before + count);
        float median = Robust.medianOfSorted(sorted, before, before + count);
        assertThat(median).isEqualTo(Robust.median(alone));
        assertThat(Robust.sigmaOfSorted(sorted, before, before + count, median))
                .isEqualTo(Robust.sigma(alone.clone(), count, median));
    }

    private static float[] values(int count, long seed) {
        float[] values = new float[count];
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(1 + random.nextInt(1000));
        }
        return values;
    }
}

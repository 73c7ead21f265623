package dev.vigil.reduction.statistics;

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

    private static float[] values(int count, long seed) {
        float[] values = new float[count];
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(1 + random.nextInt(1000));
        }
        return values;
    }
}

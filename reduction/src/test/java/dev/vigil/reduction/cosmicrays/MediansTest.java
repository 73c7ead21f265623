package dev.vigil.reduction.cosmicrays;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MediansTest {
    @Property
    void theMedianIsInTheMiddleOfTheSorted(@ForAll @Size(min = 1, max = 60) float[] numbers) {
        float[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        float median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        assertThat(Medians.of(numbers, numbers.length)).isEqualTo(median);
    }

    @Test
    void nothingHasNoMedian() {
        assertThat(Medians.of(new float[5], 0)).isNaN();
    }
}

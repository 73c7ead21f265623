package dev.vigil.reduction.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void theMiddleOfAnOddNumberIsOneOfThem() {
        assertThat(Median.of(new double[] {9, 1, 4})).isEqualTo(4);
        assertThat(Median.upper(new double[] {9, 1, 4})).isEqualTo(4);
    }

    @Test
    void ofAnEvenNumberItIsHalfWayOrTheGreater() {
        assertThat(Median.of(new double[] {9, 1, 4, 6})).isEqualTo(5);
        assertThat(Median.upper(new double[] {9, 1, 4, 6})).isEqualTo(6);
    }

    @Test
    void itIsTakenOfWhatIsAskedOfEachThing() {
        assertThat(Median.of(List.of("long", "a", "two"), String::length)).isEqualTo(3);
    }
}

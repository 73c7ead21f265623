package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.instruments.checks.Measurable;
import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void whatThePagesKnowIsMeasuredUnderThatName() {
        assertThat(Quantity.values())
                .allSatisfy(quantity -> assertThat(Measurable.of(quantity.key()))
                        .as(quantity.key())
                        .isPresent());
    }

    @Test
    void whatTheyDoNotKnowIsCalledByItsName() {
        assertThat(Quantity.label("cosmicRayPixels")).isEqualTo("Cosmic ray pixels");
        assertThat(Quantity.words("cosmicRayPixels", 12345)).isEqualTo("12345");
        assertThat(Quantity.label("zeroPoint")).isEqualTo("Zero point");
        assertThat(Quantity.words("zeroPoint", 25.1236)).isEqualTo("25.124 mag");
    }
}

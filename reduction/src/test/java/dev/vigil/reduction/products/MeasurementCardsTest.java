package dev.vigil.reduction.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.findings.Measurement;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasurementCardsTest {
    private static final Measurement MEASURED = new Measurement(
            OptionalDouble.of(210.5),
            OptionalDouble.of(14.5),
            37,
            OptionalDouble.of(3.2),
            OptionalDouble.of(0.05),
            OptionalDouble.of(-12.5),
            Set.of());

    private static Header cards(Measurement measurement, OptionalDouble scale) {
        Header.Builder cards = Header.builder();
        MeasurementCards.add(cards, measurement, scale);
        return cards.build();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(MeasurementCards.read(cards(MEASURED, OptionalDouble.of(0.5))))
                .isEqualTo(MEASURED);
        assertThat(MeasurementCards.read(cards(Measurement.NONE, OptionalDouble.empty())))
                .isEqualTo(Measurement.NONE);
    }

    @Test
    void theSeeingIsToldInSecondsOfArcWhereTheScaleIsKnown() {
        assertThat(cards(MEASURED, OptionalDouble.of(0.5)).number("L1FWHM").orElseThrow())
                .isCloseTo(1.6, within(1e-9));
        assertThat(cards(MEASURED, OptionalDouble.empty()).has("L1FWHM")).isFalse();
        assertThat(cards(Measurement.NONE, OptionalDouble.of(0.5)).has("L1FWHM"))
                .isFalse();
    }
}

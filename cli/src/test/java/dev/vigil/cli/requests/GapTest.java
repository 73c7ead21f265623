package dev.vigil.cli.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.schemas.events.CloseGap;
import dev.vigil.schemas.events.ExpectNumbers;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GapTest {
    private static final LocalDate NIGHT = LocalDate.parse("2026-11-19");

    @Test
    void numbersAreNamedAsStatusPrintsThem() {
        assertThat(Gap.parse("LATISS/2026-11-19/#123")).isEqualTo(new Gap("LATISS", NIGHT, "", 123, 123));
        assertThat(Gap.parse("7DT05/2026-11-19/light m31 r#3-5"))
                .isEqualTo(new Gap("7DT05", NIGHT, "light m31 r", 3, 5));
    }

    @Test
    void theyAreWrittenOffOrExpected() {
        Gap gap = Gap.parse("LATISS/2026-11-19/#3-5");
        assertThat(gap.closed()).isEqualTo(new CloseGap(NIGHT, "", 3, 5));
        assertThat(gap.expected()).isEqualTo(new ExpectNumbers(NIGHT, "", 3, 5));
    }

    @Test
    void aUnitWithABlankIsNamedAsItIsPrintedOrLikeItsFolder() {
        assertThat(Gap.parse("ODD 1/2026-11-19/#7").unit()).isEqualTo("ODD%201");
        assertThat(Gap.parse("ODD%201/2026-11-19/#7").unit()).isEqualTo("ODD%201");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#123", "LATISS/#123", "LATISS/tonight/#1", "LATISS/2026-11-19/#", "LATISS/2026-11-19/#5-3"})
    void whatNamesNoNumbersIsSaid(String text) {
        assertThatThrownBy(() -> Gap.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

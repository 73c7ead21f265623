package dev.vigil.cli.nights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NightSelectionTest {

    @Test
    void withoutAWishEveryNightIsShown() {
        assertThat(selects(List.of(), "7DT05", "2026-11-19")).isTrue();
        assertThat(selects(List.of(), "7DT05", "unknown")).isTrue();
    }

    @Test
    void aNightIsThatOfEveryUnit() {
        assertThat(selects("2026-11-19", "7DT05", "2026-11-19")).isTrue();
        assertThat(selects("2026-11-19", "HSC", "2026-11-19")).isTrue();
        assertThat(selects("2026-11-19", "HSC", "2026-11-18")).isFalse();
    }

    @Test
    void aUnitBeforeTheNightLeavesOutTheOthers() {
        assertThat(selects("7DT05/2026-11-19", "7DT05", "2026-11-19")).isTrue();
        assertThat(selects("7DT05/2026-11-19", "7DT0", "2026-11-19")).isFalse();
        assertThat(selects("7DT05/2026-11-19", "7DT05", "2026-11-20")).isFalse();
    }

    @Test
    void aUnitAloneIsAllOfItsNights() {
        assertThat(selects("7DT05", "7DT05", "2026-11-19")).isTrue();
        assertThat(selects("7DT05", "7DT05", "unknown")).isTrue();
        assertThat(selects("7DT05", "7DT06", "2026-11-19")).isFalse();
    }

    @Test
    void aUnitWithABlankIsNamedAsItIsPrintedOrLikeItsFolder() {
        for (String unit : List.of("ODD 1", "ODD%201")) {
            assertThat(selects(unit, "ODD%201", "2026-11-19")).isTrue();
            assertThat(selects(unit + "/2026-11-19", "ODD%201", "2026-11-19")).isTrue();
            assertThat(selects(unit + "/2026-11-18..", "ODD%202", "2026-11-19")).isFalse();
        }
    }

    @Test
    void aRangeHoldsBothItsEnds() {
        assertThat(List.of("2026-10-31", "2026-11-01", "2026-11-10", "2026-11-19", "2026-11-20"))
                .filteredOn(night -> selects("2026-11-01..2026-11-19", "HSC", night))
                .containsExactly("2026-11-01", "2026-11-10", "2026-11-19");
    }

    @Test
    void anOpenRangeGoesOnForEver() {
        assertThat(selects("2026-11-01..", "HSC", "2030-01-01")).isTrue();
        assertThat(selects("2026-11-01..", "HSC", "2026-10-31")).isFalse();
        assertThat(selects("..2026-11-01", "HSC", "1999-01-01")).isTrue();
        assertThat(selects("..2026-11-01", "HSC", "2026-11-02")).isFalse();
    }

    @Test
    void aRangeMayBeOfOneUnit() {
        assertThat(selects("HSC/2026-11-01..", "HSC", "2026-11-02")).isTrue();
        assertThat(selects("HSC/2026-11-01..", "DECam", "2026-11-02")).isFalse();
    }

    @Test
    void anUnknownNightLiesInNoRangeAndCanBeNamed() {
        assertThat(selects("2026-11-01..", "HSC", "unknown")).isFalse();
        assertThat(selects("unknown", "HSC", "unknown")).isTrue();
    }

    @Test
    void oneOfSeveralWishesIsEnough() {
        List<String> wishes = List.of("2026-11-01", "HSC/2026-11-05");
        assertThat(selects(wishes, "HSC", "2026-11-05")).isTrue();
        assertThat(selects(wishes, "DECam", "2026-11-05")).isFalse();
    }

    private static boolean selects(String wish, String unit, String night) {
        return selects(List.of(wish), unit, night);
    }

    private static boolean selects(List<String> wishes, String unit, String night) {
        return new NightSelection(wishes)
                .includes(NightTest.night("{\"unit\": \"" + unit + "\", \"night\": \"" + night + "\"}"));
    }
}

package dev.vigil.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.cli.nights.NightSelection;
import dev.vigil.cli.requests.Gap;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitNamesTest {
    @Test
    void aUnitIsTheSameWhetherItIsNamedAsItIsPrintedOrLikeItsFolder() {
        assertThat(UnitNames.key("ODD 1")).isEqualTo("ODD%201");
        assertThat(UnitNames.key("ODD%201")).isEqualTo("ODD%201");
        assertThat(UnitNames.key("7DT-05")).isEqualTo("7DT-05");
    }

    @Test
    void nightsAndGapsOfSuchAUnitAreNamedEitherWay() {
        for (String unit : List.of("ODD 1", "ODD%201")) {
            assertThat(new NightSelection(List.of(unit)).includes("ODD%201", "2026-11-19"))
                    .isTrue();
            assertThat(new NightSelection(List.of(unit + "/2026-11-19")).includes("ODD%201", "2026-11-19"))
                    .isTrue();
            assertThat(new NightSelection(List.of(unit + "/2026-11-18..")).includes("ODD%202", "2026-11-19"))
                    .isFalse();
            assertThat(Gap.parse(unit + "/2026-11-19/#7").unit()).isEqualTo("ODD%201");
        }
    }
}

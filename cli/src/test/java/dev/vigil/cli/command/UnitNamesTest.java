package dev.vigil.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitNamesTest {
    @Test
    void aUnitIsTheSameWhetherItIsNamedAsItIsPrintedOrLikeItsFolder() {
        assertThat(UnitNames.key("ODD 1")).isEqualTo("ODD%201");
        assertThat(UnitNames.key("ODD%201")).isEqualTo("ODD%201");
        assertThat(UnitNames.key("7DT-05")).isEqualTo("7DT-05");
    }
}

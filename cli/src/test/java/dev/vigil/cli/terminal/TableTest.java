package dev.vigil.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void textsStandToTheLeftAndNumbersToTheRight() {
        Table table = new Table("unit", "seen", "state").row("7DT05", 9, "on").row("HSC", 1120, "off");
        assertThat(table.lines()).containsExactly("unit   seen  state", "7DT05     9  on", "HSC    1120  off");
    }

    @Test
    void aColumnIsAsWideAsItsWidestCell() {
        Table table = new Table("a", "b").row("longer than its head", "x");
        assertThat(table.lines()).containsExactly("a                     b", "longer than its head  x");
    }

    @Test
    void aNumberThatIsMissingStaysAmongTheNumbers() {
        Table table = new Table("seen", "unit").row("-", "A").row("1,234.5", "B");
        assertThat(table.lines()).containsExactly("   seen  unit", "      -  A", "1,234.5  B");
    }

    @Test
    void withoutRowsOnlyTheHeadsAreLeft() {
        assertThat(new Table("night", "unit").lines()).containsExactly("night  unit");
    }
}

package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JunkListTest {
    @Test
    void aNameIsFoundHoweverASpreadsheetWroteTheList() {
        JunkList list = JunkList.of(List.of(
                "\uFEFFKP.20240501.00001.01,first",
                "\"KP.20240501.00002.02.fits\";second",
                "\"L0/20240501/KP.20240501.00003.03.fits\"\tthird",
                "  KP.20240501.00004.04.fits.gz  ",
                "# KP.20240501.00005.05",
                ""));
        assertThat(List.of("1.01", "2.02", "3.03", "4.04"))
                .allMatch(end -> list.names("KP.20240501.0000" + end + ".fits"));
        assertThat(list.names("KP.20240501.00005.05.fits")).isFalse();
    }
}

package dev.vigil.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {
    @ParameterizedTest
    @ValueSource(strings = {"LATISS/2026-11-19/#120-125", "ODD%201/2026-11-19/a.fits~2", "a+b_c"})
    void whatAShellTakesAsOneWordIsLeftAsItIs(String text) {
        assertThat(ShellWord.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7DT05/2026-11-21/t10001 r#12", "T1/2026-11-19/M*(1)#3", "$HOME#1", "#1", "~a", ""})
    void anythingElseStandsInQuotes(String text) {
        assertThat(ShellWord.of(text)).isEqualTo("'" + text + "'");
    }

    @Test
    void aQuoteWithinEndsThemForItself() {
        assertThat(ShellWord.of("barnard's star#3")).isEqualTo("'barnard'\\''s star#3'");
    }
}

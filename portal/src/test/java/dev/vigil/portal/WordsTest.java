package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void aLongNameBreaksBehindItsParts() {
        assertThat(Words.breaking("raw/7DT05/a_<i>.fits").markup())
                .isEqualTo("raw/<wbr>7DT05/<wbr>a_<wbr>&lt;i&gt;.fits");
    }

    @Test
    void whatIsLessThanADayAwayIsToldInHours() {
        assertThat(Words.age(Duration.ofMinutes(390))).isEqualTo("6.5 h");
        assertThat(Words.age(Duration.ofHours(24))).isEqualTo("1 d");
        assertThat(Words.age(Duration.ofHours(60))).isEqualTo("2.5 d");
    }
}

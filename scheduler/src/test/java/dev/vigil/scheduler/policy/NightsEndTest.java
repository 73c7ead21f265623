package dev.vigil.scheduler.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NightsEndTest {
    private static final LocalDate NIGHT = LocalDate.parse("2026-11-19");
    private static final Instant MORNING = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void aNightIsOverWhenAnotherIsThere() {
        assertThat(NightsEnd.isOver(NIGHT, Optional.of("2026-11-20"), MORNING)).isTrue();
        assertThat(NightsEnd.isOver(NIGHT, Optional.of("2026-11-19"), MORNING)).isFalse();
    }

    @Test
    void ofATelescopeThatSaysNothingItIsOverWhenItIsSoEverywhere() {
        assertThat(NightsEnd.isOver(NIGHT, Optional.empty(), MORNING)).isFalse();
        assertThat(NightsEnd.isOver(NIGHT, Optional.empty(), Instant.parse("2026-11-21T00:00:00Z")))
                .isTrue();
    }
}

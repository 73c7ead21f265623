package dev.vigil.cli.nights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.UnitAlive;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final Optional<String> LOST = Optional.of("lost.fits is in no unit's folder");

    private static UnitAlive said(Optional<String> trouble, Optional<String> beside) {
        return new UnitAlive(
                "7DT01",
                NOW,
                true,
                Optional.of(NOW),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0,
                0,
                trouble,
                0,
                List.of(),
                List.of(),
                beside);
    }

    @Test
    void whatLiesBesideAllUnitsIsToldWithoutTheNameOfOne() {
        assertThat(Units.lines(said(Optional.empty(), LOST)))
                .containsExactly("beside all units' folders: lost.fits is in no unit's folder");
        assertThat(Units.lines(said(Optional.of("a folder may not be looked into"), LOST)))
                .containsExactly(
                        "7DT01: a folder may not be looked into",
                        "beside all units' folders: lost.fits is in no unit's folder");
    }
}

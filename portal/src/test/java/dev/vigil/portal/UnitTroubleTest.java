package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vigil.schemas.events.UnitAlive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitTroubleTest {
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    private static UnitAlive said(Instant at, boolean reachable, Optional<String> trouble) {
        return new UnitAlive(
                "7DT05",
                at,
                reachable,
                Optional.of(at.minusSeconds(300)),
                Optional.empty(),
                Optional.empty(),
                10,
                1,
                2,
                0,
                trouble,
                0,
                List.of(),
                List.of());
    }

    @Test
    void ofAUnitWhoseDiskIsThereNothingIsSaid() {
        assertThat(UnitTrouble.of(said(NOW, true, Optional.empty()), NOW)).isEmpty();
    }

    @Test
    void aDiskThatIsNotThereIsUnreachableSinceItWasListed() {
        UnitTrouble trouble =
                UnitTrouble.of(said(NOW, false, Optional.of("mount it")), NOW).orElseThrow();
        assertThat(trouble)
                .isEqualTo(new UnitTrouble("7DT05", "unreachable", Optional.of(NOW.minusSeconds(300)), "mount it"));
        assertThat(UnitTroubles.section(List.of(trouble)).toString())
                .contains("unreachable", "7DT05", "mount it", "02:55");
    }

    @Test
    void aProducerThatSaysNothingIsSilentSinceItSpoke() {
        Instant before = NOW.minus(Duration.ofMinutes(3));
        assertThat(UnitTrouble.of(said(before, true, Optional.empty()), NOW)).hasValueSatisfying(trouble -> {
            assertThat(trouble.word()).isEqualTo("silent");
            assertThat(trouble.since()).contains(before);
        });
    }

    @Test
    void whatLiesBesideAllUnitsIsNoneOfTheOneThatSaysIt() {
        UnitAlive said = new UnitAlive(
                "7DT05",
                NOW,
                true,
                Optional.of(NOW),
                Optional.empty(),
                Optional.empty(),
                10,
                1,
                2,
                0,
                Optional.empty(),
                0,
                List.of(),
                List.of(),
                Optional.of("lost.fits is in no unit's folder"));
        assertThat(UnitTrouble.of(said, NOW)).isEmpty();
        assertThat(UnitTrouble.all(said, NOW))
                .extracting(UnitTrouble::unit, UnitTrouble::words)
                .containsExactly(tuple("beside all units' folders", "lost.fits is in no unit's folder"));
    }
}

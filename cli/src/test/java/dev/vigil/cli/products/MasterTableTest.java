package dev.vigil.cli.products;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.ledger.MasterStanding;
import dev.vigil.ledger.MasterStanding.Made;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MasterTableTest {
    private static final Instant DAWN = Instant.parse("2026-11-20T09:00:00Z");

    private static MasterStanding dark(Made standing, Optional<String> reason, List<String> remarks) {
        return dark(standing, reason, remarks, remarks.isEmpty());
    }

    private static MasterStanding dark(Made standing, Optional<String> reason, List<String> remarks, boolean isGood) {
        boolean isBuilt = standing == Made.BUILT;
        return new MasterStanding(
                MasterId.of("7DT05", MasterKind.DARK, "dark-100s", 2),
                "7DT05",
                MasterKind.DARK,
                "dark-100s",
                Optional.of(LocalDate.of(2026, 11, 19)).filter(night -> isBuilt),
                standing,
                DAWN,
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(100)),
                Optional.of(DAWN).filter(middle -> isBuilt),
                isBuilt ? 9 : 0,
                isBuilt ? 10 : 0,
                List.of(),
                Optional.of(isGood).filter(good -> isBuilt),
                remarks,
                Map.of());
    }

    private static String line(MasterStanding master) {
        return MasterTable.lines(List.of(master), DAWN.plus(Duration.ofHours(36)))
                .get(1);
    }

    @Test
    void aMasterTellsWhatItIsForHowOldItIsAndHowGood() {
        assertThat(line(dark(Made.BUILT, Optional.empty(), List.of())))
                .isEqualTo("7DT05/masters/dark/dark-100s/v2  2026-11-19  100.0 s  9 of 10       1.5  good");
        assertThat(line(dark(Made.BUILT, Optional.empty(), List.of("darkEven"))))
                .endsWith("not good  not passed: darkEven");
        assertThat(line(dark(Made.BUILT, Optional.empty(), List.of("enoughFrames"), true)))
                .endsWith("good      not passed, warnings only: enoughFrames");
    }

    @Test
    void oneThatIsNotBuiltSaysWhy() {
        assertThat(line(dark(Made.WAITING, Optional.of("3 of 5 are transferred"), List.of())))
                .endsWith("waiting   3 of 5 are transferred");
    }
}

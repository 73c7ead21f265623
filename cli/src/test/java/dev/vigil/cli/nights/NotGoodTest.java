package dev.vigil.cli.nights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.ledger.CheckStanding;
import dev.vigil.ledger.FrameQuality;
import dev.vigil.schemas.events.CheckOutcome;
import dev.vigil.schemas.events.CheckResult;
import dev.vigil.schemas.events.CheckSeverity;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.ReductionKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotGoodTest {
    private static final FrameId FRAME = new FrameId("7DT05/2026-11-19/a.fits");

    private static final NotGood ONE = new NotGood(
            List.of(new FrameQuality(
                    FRAME,
                    Optional.of(LocalDate.of(2026, 11, 19)),
                    false,
                    List.of("starsSeen"),
                    List.of("seeing"),
                    20)),
            frame -> List.of(check(frame, "starsSeen", 2), check(frame, "seeing", 9)));

    private static CheckStanding check(FrameId frame, String name, double value) {
        return new CheckStanding(
                frame,
                "r1",
                ReductionKind.FULL,
                new CheckResult(
                        name,
                        CheckOutcome.FAILED,
                        Optional.of(value),
                        Optional.of(5.0),
                        Optional.empty(),
                        "",
                        CheckSeverity.ERROR,
                        "There are stars on it.",
                        ""));
    }

    @Test
    void aFrameIsListedWithTheChecksThatTakeTheGoodAway() {
        assertThat(ONE.text())
                .containsExactly(
                        "7DT05/2026-11-19/a.fits",
                        "    starsSeen: 2.0, expected at least 5.0. There are stars on it.",
                        "1 frame is not good");
    }

    @Test
    void asJsonAFrameIsOneObjectOnALine() {
        assertThat(ONE.json())
                .containsExactly(
                        "{\"frame\":\"7DT05/2026-11-19/a.fits\",\"unit\":\"7DT05\",\"night\":\"2026-11-19\",\"failed\":"
                                + "[{\"check\":\"starsSeen\",\"outcome\":\"FAILED\",\"says\":\"There are stars on it.\",\"why\":\"\",\"unit\":\"\","
                                + "\"value\":2.0,\"least\":5.0}]}");
    }

    @Test
    void whereAllIsGoodThatIsSaid() {
        assertThat(new NotGood(List.of(), frame -> List.of()).text()).containsExactly("No frame is not good.");
    }
}

package dev.vigil.scheduler.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.scheduler.association.SolvedFrame;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.PointingShift;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShiftsTest {
    private static final Instant DUSK = Instant.parse("2026-11-19T23:00:00Z");
    private static final String NIGHT = "2026-11-19";

    private final Shifts shifts = new Shifts(new InMemoryShelf());

    private static SolvedFrame frame(int minute) {
        return new SolvedFrame(
                FrameId.ofPath("GEN01/" + NIGHT + "/" + minute + ".fits"),
                DUSK.plus(Duration.ofMinutes(minute)),
                new PointingShift(1500, minute));
    }

    @Test
    void ofALongNightSomeFramesAreKeptOverAllOfIt() {
        IntStream.range(0, 500).forEach(minute -> shifts.keep("GEN01", NIGHT, frame(minute)));
        List<SolvedFrame> kept = shifts.of("GEN01", NIGHT);
        assertThat(kept).hasSize(Shifts.MOST_OF_A_NIGHT);
        assertThat(kept).first().isEqualTo(frame(0));
        assertThat(kept).last().isEqualTo(frame(499));
        List<Long> gaps = IntStream.range(1, kept.size())
                .mapToObj(i -> Duration.between(
                                kept.get(i - 1).taken(), kept.get(i).taken())
                        .toMinutes())
                .toList();
        assertThat(gaps).allMatch(minutes -> minutes <= 3 * 500 / Shifts.MOST_OF_A_NIGHT);
    }

    @Test
    void whatAFrameSaidBeforeIsForgotten() {
        shifts.keep("GEN01", NIGHT, frame(1));
        SolvedFrame again = new SolvedFrame(frame(1).frame(), frame(1).taken(), new PointingShift(0, 900));
        shifts.keep("GEN01", NIGHT, again);
        assertThat(shifts.of("GEN01", NIGHT)).containsExactly(again);
    }
}

package dev.vigil.scheduler.association;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.NeighbourShift;
import dev.vigil.schemas.events.PointingShift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");

    private static FrameId frame(String name) {
        return FrameId.ofPath("7DT05/2026-11-19/" + name + ".fits");
    }

    private static SolvedFrame solved(String name, long minutes, double east, double north) {
        return new SolvedFrame(frame(name), MIDNIGHT.plusSeconds(60 * minutes), new PointingShift(east, north));
    }

    private static List<FrameId> chosen(SolvedFrame... night) {
        return Neighbours.of(frame("asking"), MIDNIGHT, List.of(night)).stream()
                .map(NeighbourShift::frame)
                .toList();
    }

    @Test
    void theNearestInTimeComesFirstWhetherBeforeOrAfter() {
        assertThat(chosen(solved("early", -9, 0, -900), solved("near", 2, 300, 0), solved("before", -4, 0, 900)))
                .containsExactly(frame("near"), frame("before"), frame("early"));
    }

    @Test
    void threeAreEnough() {
        assertThat(chosen(Stream.of(5, 4, 3, 2, 1)
                        .map(minutes -> solved("m" + minutes, minutes, 100 * minutes, 0))
                        .toArray(SolvedFrame[]::new)))
                .containsExactly(frame("m1"), frame("m2"), frame("m3"));
    }

    @Test
    void ofSeveralThatSayTheSameTheNearestIsAsked() {
        assertThat(chosen(solved("a", 1, 1500, 10), solved("b", 2, 1510, 12), solved("c", 30, 2, 901)))
                .containsExactly(frame("a"), frame("c"));
    }

    @Test
    void whoSaysThatHeadersAreRightSaysNothing() {
        assertThat(chosen(solved("right", 1, -3, 5), solved("astray", 20, 1500, 0)))
                .containsExactly(frame("astray"));
    }

    @Test
    void aFrameIsNoNeighbourOfItself() {
        assertThat(chosen(solved("asking", 0, 1500, 0))).isEmpty();
    }

    @Property(tries = 50)
    void inWhateverOrderTheyWereSolvedTheSameAreAsked(@ForAll long seed) {
        Random random = new Random(seed);
        List<SolvedFrame> night = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            night.add(solved("f" + i, random.nextInt(8) - 4, 100 * random.nextInt(8), 0));
        }
        List<NeighbourShift> first = Neighbours.of(frame("asking"), MIDNIGHT, night);
        Collections.shuffle(night, random);
        assertThat(Neighbours.of(frame("asking"), MIDNIGHT, night)).isEqualTo(first);
    }
}

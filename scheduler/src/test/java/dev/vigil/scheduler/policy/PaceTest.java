package dev.vigil.scheduler.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant START = Instant.parse("2026-11-19T22:00:00Z");

    private record Sent(Instant at, long bytes) {}

    @Property
    void inNoStretchOfTimeMoreGoesThanTheRateAndOneFrame(
            @ForAll @IntRange(min = 100, max = 100_000) int rate,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 200_000) Integer> sizes,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 5_000) Integer> waits) {
        Habits habits = Habits.of(Order.NEWEST, 4).atRate(rate);
        List<Sent> sent = new ArrayList<>();
        Instant now = START;
        Instant paid = Instant.EPOCH;
        for (int i = 0; i < sizes.size(); i++) {
            now = now.plusMillis(waits.get(i % waits.size()));
            if (Pace.isOpen(paid, now)) {
                paid = Pace.paid(paid, now, habits.costOfBytes(sizes.get(i)));
                sent.add(new Sent(now, sizes.get(i)));
            }
        }
        for (int from = 0; from < sent.size(); from++) {
            long bytes = 0;
            for (int to = from; to < sent.size(); to++) {
                double seconds =
                        Duration.between(sent.get(from).at(), sent.get(to).at()).toMillis() / 1000.0;
                assertThat((double) bytes).isLessThanOrEqualTo(rate * (seconds + 1) + 1);
                bytes += sent.get(to).bytes();
            }
        }
    }

    @Test
    void aLateLookAtTheClockCostsNothing() {
        Habits habits = Habits.of(Order.NEWEST, 4).atRate(1000);
        Instant paid = Instant.EPOCH;
        int frames = 0;
        for (Instant now = START; now.isBefore(START.plusSeconds(100)); now = now.plusMillis(70)) {
            while (Pace.isOpen(paid, now)) {
                paid = Pace.paid(paid, now, habits.costOfBytes(10));
                frames++;
            }
        }
        assertThat(frames).isBetween(10_000, 10_102);
    }

    @Test
    void aLineThatRestedHasSavedASecondAtMost() {
        Instant later = START.plusSeconds(3600);
        assertThat(Pace.paid(START, later, Duration.ofMillis(10))).isEqualTo(later.minusMillis(990));
        assertThat(Pace.paid(START, later, Duration.ofSeconds(10))).isEqualTo(later.plusSeconds(10));
    }
}

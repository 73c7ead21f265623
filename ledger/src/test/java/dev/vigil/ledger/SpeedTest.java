package dev.vigil.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedTest {
    /** What a science frame and a bias frame say between them is ten events; a build machine may be busy. */
    @Test
    void aBacklogIsWrittenAtHundredsOfEventsPerSecondEvenOnABusyMachine() {
        try (Ledger ledger = Ledger.open(TestDatabase.migrated())) {
            Writer writer = ledger.writer(Clock.systemUTC());
            write(writer, 0, 100);
            long start = System.nanoTime();
            int events = write(writer, 100, 500);
            double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3;
            System.out.printf("%d events in %.2f s: %.0f per second%n", events, seconds, events / seconds);
            assertThat(events / seconds).isGreaterThan(200);
        }
    }

    private static int write(Writer writer, int from, int to) {
        List<Object> events = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Tell star = Tell.science("star" + i + ".fits");
            Tell bias = Tell.bias("bias" + i + ".fits");
            events.addAll(List.of(star.arriving(1), star.taken(2), star.transferred(3, 1), star.looked(4)));
            events.addAll(List.of(star.waiting(5, 1, false), star.waiting(6, 1, true), star.reduced(7, "first")));
            events.addAll(List.of(bias.arriving(1), bias.taken(2), bias.transferred(3, 1)));
        }
        for (int i = 0; i < events.size(); i += 500) {
            writer.write(events.subList(i, Math.min(events.size(), i + 500)), List.of());
        }
        return events.size();
    }
}

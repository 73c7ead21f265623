package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.queues.Held;
import dev.vigil.common.queues.UnitQueue;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitQueuesTest {
    private static final Instant NOW = Instant.parse("2026-11-19T22:14:00Z");
    private static final NightKey TONIGHT = new NightKey("7DT05", "2026-11-19");
    private static final NightKey BEFORE = new NightKey("7DT05", "2026-11-18");
    private static final NightKey ELSEWHERE = new NightKey("7DT06", "2026-11-19");

    private static UnitQueue queue(Held held, Instant since) {
        return new UnitQueue(
                "7DT05",
                "transfers",
                NOW,
                since,
                212,
                4,
                held,
                "6 exposures <may> begin in a minute",
                Optional.of(NOW.plusSeconds(5)),
                Optional.of(NOW.plusSeconds(2160)));
    }

    private static void count(NightBook book, NightKey key, int onTheWay) throws IOException {
        book.put(Night.read(key, "{\"onTheWay\": " + onTheWay + "}"));
    }

    @Test
    void aQueueSaysHowManyWaitForWhatAndUntilWhen() {
        String section =
                UnitQueues.section(List.of(queue(Held.EXPOSURES, NOW))).markup().replaceAll("<time[^>]*>|</time>", "");
        assertThat(section)
                .contains("7DT05: 212 files wait: 6 exposures &lt;may&gt; begin in a minute; "
                        + "next at 19 Nov 22:14:05 UTC, the last about 19 Nov 22:50:00<");
        assertThat(UnitQueues.section(List.of()).markup()).doesNotContain("wait");
    }

    @Test
    void aQueueIsToldOfTheNightsOfItsUnitOfWhichSomethingIsOnTheWay() throws IOException {
        NightBook book = new NightBook();
        count(book, TONIGHT, 212);
        count(book, BEFORE, 0);
        count(book, ELSEWHERE, 3);
        book.noteQueue("7DT05/transfers", Optional.of(queue(Held.EXPOSURES, NOW)));
        assertThat(book.queues(NOW)).hasSize(1);
        assertThat(book.queues(TONIGHT, NOW)).hasSize(1);
        assertThat(book.queues(BEFORE, NOW)).isEmpty();
        assertThat(book.queues(ELSEWHERE, NOW)).isEmpty();
        book.noteQueue("7DT05/transfers", Optional.empty());
        assertThat(book.queues(NOW)).isEmpty();
    }

    @Test
    void aShortQueueIsNoNewsUntilItHasStoodForAMoment() throws IOException {
        NightBook book = new NightBook();
        book.noteQueue("7DT05/transfers", Optional.of(queue(Held.LIMIT, NOW)));
        assertThat(book.queues(NOW.plusSeconds(5))).isEmpty();
        assertThat(book.queues(NOW.plusSeconds(11))).hasSize(1);
    }

    @Test
    void theNightsThatItIsToldOfHearOfIt() throws IOException {
        NightBook book = new NightBook();
        count(book, TONIGHT, 212);
        count(book, BEFORE, 0);
        List<NightKey> heard = new ArrayList<>();
        book.onChange(heard::add);
        book.noteQueue("7DT05/transfers", Optional.of(queue(Held.RATE, NOW)));
        assertThat(heard).contains(TONIGHT).doesNotContain(BEFORE);
        heard.clear();
        book.noteQueue("7DT05/transfers", Optional.empty());
        assertThat(heard).contains(TONIGHT);
        heard.clear();
        book.noteQueue("7DT05/transfers", Optional.empty());
        assertThat(heard).as("of what was not told before").isEmpty();
    }
}

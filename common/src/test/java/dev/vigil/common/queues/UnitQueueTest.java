package dev.vigil.common.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitQueueTest {
    private static final Instant NOW = Instant.parse("2026-11-19T22:14:00.250Z");

    private static UnitQueue queue(String desk, int queued, Held held, Instant since) {
        return new UnitQueue(
                "Robo%20AO",
                desk,
                NOW,
                since,
                queued,
                4,
                held,
                "6 exposures may begin in a minute",
                Optional.of(NOW.plusSeconds(5)),
                Optional.empty());
    }

    @Test
    void itsJsonIsWhatAPersonReadsAndComesBackTheSame() throws IOException {
        UnitQueue queue = queue("transfers", 212, Held.EXPOSURES, NOW.minusSeconds(60));
        assertThat(queue.key()).isEqualTo("Robo%20AO/transfers");
        assertThat(queue.json())
                .isEqualTo(
                        "{\"unit\":\"Robo%20AO\",\"desk\":\"transfers\",\"at\":\"2026-11-19T22:14:00.250Z\","
                                + "\"since\":\"2026-11-19T22:13:00.250Z\",\"queued\":212,\"out\":4,\"held\":\"EXPOSURES\","
                                + "\"why\":\"6 exposures may begin in a minute\",\"nextAt\":\"2026-11-19T22:14:05.250Z\",\"lastAbout\":null}");
        assertThat(UnitQueue.read(queue.json())).isEqualTo(queue);
    }

    @Test
    void aWordOfALaterVersionIsReadAndWhatIsNoQueueIsRefused() throws IOException {
        String later = queue("transfers", 1, Held.LIMIT, NOW).json().replace("LIMIT", "MOONLIGHT");
        assertThat(UnitQueue.read(later).held()).isEqualTo(Held.OTHER);
        for (String wrong : new String[] {"garbage", "{}", "7", later.replace("\"at\":\"2026", "\"at\":\"then")}) {
            assertThatThrownBy(() -> UnitQueue.read(wrong)).as(wrong).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theSameLaterIsNothingNew() {
        UnitQueue queue = queue("transfers", 212, Held.LIMIT, NOW);
        UnitQueue later = new UnitQueue(
                queue.unit(),
                queue.desk(),
                NOW.plusSeconds(5),
                NOW,
                212,
                4,
                Held.LIMIT,
                queue.why(),
                queue.nextAt(),
                queue.lastAbout());
        assertThat(later.isAs(queue)).isTrue();
        assertThat(queue("transfers", 211, Held.LIMIT, NOW).isAs(queue)).isFalse();
    }

    @Test
    void itsWordsCountWhatWaits() {
        assertThat(queue("transfers", 212, Held.EXPOSURES, NOW).words())
                .isEqualTo("212 files wait: 6 exposures may begin in a minute");
        assertThat(queue("reductions", 1, Held.LIMIT, NOW).words()).startsWith("1 reduction waits: ");
    }

    @Test
    void aShortQueueIsNoNewsUnlessAPaceHoldsIt() {
        for (Held held : new Held[] {Held.LIMIT, Held.BUNDLE, Held.ALONE, Held.SOURCE, Held.OTHER}) {
            assertThat(queue("transfers", 3, held, NOW.minusSeconds(9)).isWorthTelling(NOW))
                    .as("%s for nine seconds", held)
                    .isFalse();
            assertThat(queue("transfers", 3, held, NOW.minusSeconds(11)).isWorthTelling(NOW))
                    .as("%s for eleven seconds", held)
                    .isTrue();
        }
        assertThat(queue("transfers", 1, Held.RATE, NOW).isWorthTelling(NOW)).isTrue();
        assertThat(queue("transfers", 1, Held.EXPOSURES, NOW).isWorthTelling(NOW))
                .isTrue();
    }

    @Test
    void whatEachFrameSaysItselfAndWhatGoesAtOnceIsNotToldAgain() {
        for (Held held : new Held[] {Held.HOURS, Held.NIGHT, Held.REST, Held.NOTHING}) {
            assertThat(queue("transfers", 3, held, NOW.minusSeconds(600)).isWorthTelling(NOW))
                    .as(held.name())
                    .isFalse();
        }
    }
}

package dev.vigil.cli.nights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.queues.Held;
import dev.vigil.common.queues.UnitQueue;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueuesTest {
    private static final Instant NOW = Instant.parse("2026-11-19T22:00:00Z");
    private static final Optional<Instant> NEXT = Optional.of(Instant.parse("2026-11-19T22:14:05.250Z"));
    private static final Optional<Instant> LAST = Optional.of(Instant.parse("2026-11-19T22:50:41Z"));

    private static String line(Optional<Instant> next, Optional<Instant> last) {
        return Queues.line(new UnitQueue(
                "7DT01", "transfers", NOW, NOW, 212, 4, Held.LIMIT, "no more than 4 may be out at once", next, last));
    }

    @Test
    void aLineSaysUntilWhenAsFarAsThatIsKnown() {
        String words = "7DT01: 212 files wait: no more than 4 may be out at once";
        assertThat(line(Optional.empty(), Optional.empty())).isEqualTo(words);
        assertThat(line(NEXT, Optional.empty())).isEqualTo(words + "; next at 2026-11-19T22:14:05Z");
        assertThat(line(Optional.empty(), LAST)).isEqualTo(words + "; the last about 2026-11-19T22:50:41Z");
        assertThat(line(NEXT, LAST))
                .isEqualTo(words + "; next at 2026-11-19T22:14:05Z, the last about 2026-11-19T22:50:41Z");
    }
}

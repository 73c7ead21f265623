package dev.vigil.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void whoReadsAtOnceRestsAsLongAsTheBytesTake() {
        Pace pace = new Pace(1000, 0);
        assertThat(pace.restAfter(500, 0)).isEqualTo(Duration.ofMillis(500));
        assertThat(pace.restAfter(500, SECOND / 2)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void whoWasSlowNeedsNoRest() {
        assertThat(new Pace(1000, 0).restAfter(500, 10 * SECOND)).isZero();
    }

    @Property
    void whoRestsAsToldIsNeverFasterThanAllowedButForOneSecondsWorth(
            @ForAll @LongRange(min = 1, max = 1 << 30) long rate,
            @ForAll @Size(max = 50) List<@IntRange(max = 1 << 18) Integer> blocks) {
        Pace pace = new Pace(rate, 0);
        long now = 0;
        long bytes = 0;
        for (int block : blocks) {
            bytes += block;
            now += pace.restAfter(block, now).toNanos();
            assertThat(bytes).isLessThanOrEqualTo(Math.round((double) rate * now / SECOND) + rate + blocks.size());
        }
    }
}

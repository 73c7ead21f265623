package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StretchesTest {
    private static final int BLOCK = BlockSums.BLOCK;

    @Test
    void whoHasNothingToDoGetsHalfOfWhatTheSlowestStillHas() {
        Stretches stretches = new Stretches(0, 16L * BLOCK);
        Stretches.Stretch first = stretches.first();
        Stretches.Stretch second = stretches.another().orElseThrow();
        assertThat(stretches.end(first)).isEqualTo(8L * BLOCK);
        assertThat(stretches.at(second)).isEqualTo(8L * BLOCK);
        stretches.came(first, 8 * BLOCK);
        assertThat(stretches.at(stretches.another().orElseThrow())).isEqualTo(12L * BLOCK);
    }

    @Test
    void whatIsShortIsNotShared() {
        assertThat(new Stretches(10, 10 + 2 * Stretches.LEAST - 1).another()).isEmpty();
    }

    @Test
    void whatSomebodyLeftIsTakenBeforeAnythingIsHalved() throws Exception {
        Stretches stretches = new Stretches(0, 32L * BLOCK);
        Stretches.Stretch left = stretches.another().orElseThrow();
        stretches.came(left, BLOCK);
        stretches.leave(left);
        assertThat(stretches.awaited(16L * BLOCK)).isEqualTo(BLOCK);
        assertThat(stretches.awaited(17L * BLOCK)).isZero();
        assertThat(stretches.another()).containsSame(left);
        assertThat(stretches.at(left)).isEqualTo(17L * BLOCK);
    }

    @Property(tries = 200)
    void everyByteIsFetchedOnceByStreamsOfAnySpeed(
            @ForAll @LongRange(min = 0, max = 1_000_000) long at,
            @ForAll @IntRange(min = 1, max = 20_000_000) int size,
            @ForAll @IntRange(min = 1, max = 9) int streams,
            @ForAll long seed) {
        Random random = new Random(seed);
        Stretches stretches = new Stretches(at, at + size);
        List<Stretches.Stretch> busy = new ArrayList<>(List.of(stretches.first()));
        long fetched = 0;
        while (!busy.isEmpty()) {
            while (busy.size() < streams) {
                Optional<Stretches.Stretch> another = stretches.another();
                if (another.isEmpty()) {
                    break;
                }
                busy.add(another.get());
            }
            int turn = random.nextInt(busy.size());
            Stretches.Stretch stretch = busy.get(turn);
            int count = (int) Math.min(1 + random.nextInt(2 * BLOCK), stretches.end(stretch) - stretches.at(stretch));
            stretches.came(stretch, count);
            fetched += count;
            if (stretches.at(stretch) == stretches.end(stretch)) {
                busy.remove(turn);
            } else if (random.nextInt(20) == 0) {
                stretches.leave(stretch);
                busy.remove(turn);
                stretches.another().ifPresent(busy::add);
            }
        }
        assertThat(fetched).isEqualTo(size);
    }
}

package dev.vigil.scheduler.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.Lane;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlacesTest {
    @Test
    void aFullUnitGetsNothing() {
        assertThat(new Places(4, 1, 3, 1, true).next(true, true)).isEmpty();
    }

    @Test
    void nobodyWaitingGetsNothing() {
        assertThat(new Places(4, 1, 0, 0, true).next(false, false)).isEmpty();
    }

    @Test
    void whereBothWaitBackfillGoesWhenItIsItsTurn() {
        assertThat(new Places(4, 1, 3, 0, true).next(true, true)).contains(Lane.BACKFILL);
        assertThat(new Places(4, 1, 3, 0, false).next(true, true)).contains(Lane.LIVE);
    }

    @Test
    void backfillGoesOutOfTurnWhereNoLiveTaskWaits() {
        assertThat(new Places(4, 1, 0, 0, false).next(false, true)).contains(Lane.BACKFILL);
    }

    @Test
    void liveGetsThePlacesBeyondTheShare() {
        assertThat(new Places(4, 1, 2, 1, true).next(true, true)).contains(Lane.LIVE);
    }

    @Test
    void backfillDoesNotTakeTheFreePlacesOfLiveWork() {
        assertThat(new Places(4, 1, 0, 1, true).next(false, true)).isEmpty();
    }

    @Property
    void howeverMuchBackfillWaitsALiveTaskFindsAPlace(
            @ForAll @IntRange(min = 2, max = 100) int limit, @ForAll @IntRange(max = 200) int comings) {
        int share = Math.max(1, limit / 5);
        int backfill = 0;
        for (int i = 0; i < comings; i++) {
            backfill += new Places(limit, share, 0, backfill, true)
                            .next(false, true)
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat(new Places(limit, share, 0, backfill, true).next(true, false))
                .contains(Lane.LIVE);
    }
}

package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterKind;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MasterNewsTest {
    private static final MasterId MASTER = MasterId.of("7DT05", MasterKind.BIAS, "bias-1x1", 2);
    private static final MasterId OTHER = MasterId.of("7DT05", MasterKind.FLAT, "flat-r", 1);
    private static final Duration LONG = Duration.ofDays(1);

    private final NightBook book = new NightBook();
    private final LivePages pages =
            LivePages.start(book, new InMemoryFrames(), new InMemoryMasters(), () -> true, Clock.systemUTC());

    /** Whether the page would be read anew at once, and not only now and then. */
    private boolean isStale(String path) {
        return pages.at(path).orElseThrow().isDue(pages.now(), Duration.ZERO, LONG);
    }

    private void read(String path) {
        pages.at(path).orElseThrow().refresh(pages.now());
    }

    @Test
    void theListOfMastersIsReadAnewAtNewsOfAMasterAndNotAtThatOfFrames() {
        read("/masters");
        book.remove(new NightKey("7DT05", "2026-11-19"));
        assertThat(isStale("/masters")).isFalse();
        book.heardOf(MASTER);
        assertThat(isStale("/masters")).isTrue();
        pages.close();
    }

    @Test
    void theStoryOfAMasterIsReadAnewAtItsOwnNews() {
        String path = Links.master(MASTER);
        read(path);
        book.heardOf(OTHER);
        assertThat(isStale(path)).isFalse();
        book.heardOf(MASTER);
        assertThat(isStale(path)).isTrue();
        pages.close();
    }
}

package dev.vigil.scheduler.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.topics.Topic;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FormsTest {
    private static final EventForm NONE = new EventForm() {
        @Override
        public <T> byte[] write(Topic<T> topic, T event) {
            throw new AssertionError("nothing was said");
        }

        @Override
        public <T> T read(Topic<T> topic, byte[] bytes) {
            throw new AssertionError("nothing was said");
        }
    };

    private static final FrameStanding STANDING =
            FrameStanding.unknown(new FrameId("7DT05/2026-11-19/a.fits"), 2).withTurn(3);

    @Test
    void aStandingIsReadAsItWasWritten() {
        assertThat(Forms.standing(Forms.write(STANDING, NONE), NONE)).isEqualTo(STANDING);
    }

    @Test
    void oneThatWasWrittenBeforeEarlierRevisionsWereRememberedIsReadToo() {
        byte[] now = Forms.write(STANDING, NONE);
        assertThat(Forms.standing(Arrays.copyOf(now, now.length - 1), NONE)).isEqualTo(STANDING);
    }
}

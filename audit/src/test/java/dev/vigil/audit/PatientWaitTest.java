package dev.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatientWaitTest {
    private static final Duration PATIENCE = Duration.ofMillis(30);
    private static final int OFTEN = 20;

    private final AtomicLong done = new AtomicLong();

    /** Whoever asks sees that it has got on, however fast or slowly this machine runs. */
    @Test
    void workThatGetsOnIsWaitedForLongerThanPatienceLasts() throws Exception {
        CountDownLatch wasAskedOften = new CountDownLatch(OFTEN);
        String made = PatientWait.of(
                "a disk",
                () -> {
                    wasAskedOften.await();
                    return "made";
                },
                () -> {
                    wasAskedOften.countDown();
                    return done.incrementAndGet();
                },
                PATIENCE);
        assertThat(made).isEqualTo("made");
    }

    @Test
    void workThatAnswersNoMoreHasFailed() {
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> PatientWait.of(
                        "/far",
                        () -> {
                            done.incrementAndGet();
                            never.await();
                            return "";
                        },
                        done::get,
                        PATIENCE))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("/far has not answered", "its disk hangs", "to do: see to it");
    }

    @Test
    void aFailureOfTheWorkIsItsOwn() {
        assertThatThrownBy(() -> PatientWait.of(
                        "/far",
                        () -> {
                            throw new IOException("may not be read");
                        },
                        done::get,
                        Duration.ofMinutes(1)))
                .hasMessage("may not be read");
    }
}

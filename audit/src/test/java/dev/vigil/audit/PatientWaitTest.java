package dev.vigil.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatientWaitTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final AtomicLong done = new AtomicLong();

    @Test
    void workThatGetsOnIsWaitedForLongerThanPatienceLasts() throws Exception {
        String made = PatientWait.of("a disk", this::slowWork, done::get, PATIENCE);
        assertThat(made).isEqualTo("made");
    }

    private String slowWork() throws InterruptedException {
        for (int step = 0; step < 30; step++) {
            Thread.sleep(30);
            done.incrementAndGet();
        }
        return "made";
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
                        PATIENCE))
                .hasMessage("may not be read");
    }
}

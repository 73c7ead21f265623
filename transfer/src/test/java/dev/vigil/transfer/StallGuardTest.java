package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StallGuardTest {
    private final StallGuard guard = new StallGuard(Duration.ofMillis(200), new WaitingRoom(8));
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
        guard.close();
    }

    @Test
    void aCutThatGoesWrongLeavesTheOthersGuarded() throws Exception {
        CountDownLatch wrong = new CountDownLatch(1);
        waitFor("sftp://far", () -> {
            wrong.countDown();
            throw new IllegalStateException("it does not want to be cut");
        });
        assertThat(wrong.await(20, TimeUnit.SECONDS)).isTrue();
        CountDownLatch right = new CountDownLatch(1);
        waitFor("sftp://near", right::countDown);
        assertThat(right.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private void waitFor(String host, Runnable cut) {
        StallGuard.Watch watch = guard.watch(URI.create(host), cut);
        threads.submit(() -> watch.during(StallGuardTest::endlessly));
    }

    private static Void endlessly() throws IOException {
        try {
            new CountDownLatch(1).await();
            return null;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}

package dev.vigil.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void aPortStaysFreeWhileProgramsAreStarted() throws Exception {
        int port = FreePorts.next();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> started = threads.submit(() -> startMany(done));
            for (int i = 0; i < 2000; i++) {
                assertThat(FreePorts.isFree(port)).as("trial %d", i).isTrue();
            }
            done.set(true);
            assertThat(started.get()).isPositive();
        } finally {
            done.set(true);
            threads.shutdown();
        }
    }

    private static int startMany(AtomicBoolean done) throws Exception {
        int count = 0;
        while (!done.get()) {
            FreePorts.start(new ProcessBuilder("true")).waitFor();
            count++;
        }
        return count;
    }
}

package dev.vigil.common.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class StopSignalTest {

    @Test
    void nobodyStopsUntilSomebodyAsks() throws Exception {
        try (StopSignal signal = new StopSignal()) {
            assertThat(signal.isStopping()).isFalse();
            assertThat(signal.await(1, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void whoeverWaitsGoesOnWhenSomebodyAsks() throws Exception {
        try (StopSignal signal = new StopSignal()) {
            Thread asking = new Thread(signal::stop);
            asking.start();
            signal.await();
            assertThat(signal.isStopping()).isTrue();
            asking.join();
        }
    }

    @Test
    void aPartThatFailedStopsAllAndIsTheReason() {
        try (StopSignal signal = new StopSignal()) {
            IOException cause = new IOException("the disk is gone");
            signal.failed(cause);
            assertThat(signal.isStopping()).isTrue();
            assertThatThrownBy(signal::await).isSameAs(cause);
        }
    }

    @Test
    void theFirstFailureIsTheReason() {
        try (StopSignal signal = new StopSignal()) {
            IOException first = new IOException("first");
            signal.failed(first);
            signal.failed(new IOException("what follows from it"));
            assertThatThrownBy(signal::await).isSameAs(first);
        }
    }

    @Test
    void anErrorIsAReasonToo() {
        try (StopSignal signal = new StopSignal()) {
            OutOfMemoryError cause = new OutOfMemoryError("too much");
            signal.failed(cause);
            assertThatThrownBy(signal::await)
                    .isInstanceOf(IllegalStateException.class)
                    .hasCause(cause);
        }
    }

    @Test
    void whoeverIsStillStartingIsInterrupted() throws Exception {
        StopSignal signal = new StopSignal(Optional.of(Thread.currentThread()));
        Thread hook = new Thread(signal::stopAndWaitForClose);
        hook.start();
        assertThatThrownBy(() -> Thread.sleep(10_000)).isInstanceOf(InterruptedException.class);
        signal.close();
        hook.join();
    }

    @Test
    void whoeverHasStartedIsNotInterrupted() throws Exception {
        StopSignal signal = new StopSignal(Optional.of(Thread.currentThread()));
        Thread asking = new Thread(signal::stop);
        asking.start();
        signal.await();
        asking.join();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        signal.close();
    }
}

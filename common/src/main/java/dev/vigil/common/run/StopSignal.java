package dev.vigil.common.run;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when a process has to stop: on SIGTERM, when somebody asks, or when a part has failed. Opened first and closed last: the JVM waits
 * for its close, so that everything opened after it is closed in order. Whoever is still starting, and perhaps waits for a broker that
 * is away, is interrupted.
 */
public final class StopSignal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private Optional<Thread> starting;

    /** A signal that somebody gives by hand. */
    public StopSignal() {
        this(Optional.empty());
    }

    /** Interrupts a thread that has not come to wait for the signal yet. */
    StopSignal(Optional<Thread> starting) {
        this.starting = starting;
    }

    /** A signal that also follows the termination of this process. */
    public static StopSignal ofThisProcess() {
        return following(new StopSignal());
    }

    /** The same for a service of its own, which may wait for a broker or a registry that is away before it has started. */
    public static StopSignal ofThisService() {
        return following(new StopSignal(Optional.of(Thread.currentThread())));
    }

    private static StopSignal following(StopSignal signal) {
        Runtime.getRuntime().addShutdownHook(new Thread(signal::stopAndWaitForClose, "stop"));
        return signal;
    }

    /** Asks to stop. */
    public void stop() {
        stop.countDown();
        interruptStart();
    }

    private synchronized void interruptStart() {
        starting.ifPresent(thread -> {
            thread.setUncaughtExceptionHandler(
                    (stopped, cause) -> LOG.info("stopped while starting: {}", cause.toString()));
            thread.interrupt();
        });
    }

    /** An interruption that came a moment before is no more than the signal itself, which is waited for now. */
    private synchronized void started() {
        if (starting.filter(Thread.currentThread()::equals).isPresent()) {
            starting = Optional.empty();
            Thread.interrupted();
        }
    }

    /** Asks to stop because a part cannot go on; {@link #await} throws the reason. */
    public void failed(Throwable cause) {
        if (failure.compareAndSet(null, Objects.requireNonNull(cause))) {
            LOG.error("a part has failed, stopping: {}", cause.toString(), cause);
        }
        stop.countDown();
    }

    /** Whether somebody asked to stop. */
    public boolean isStopping() {
        return stop.getCount() == 0;
    }

    /** Waits until it is time to stop. */
    public void await() throws Exception {
        started();
        stop.await();
        throwFailure();
    }

    /** Waits at most so long; true when it is time to stop. */
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        return stop.await(time, unit);
    }

    private void throwFailure() throws Exception {
        Throwable cause = failure.get();
        if (cause instanceof Exception exception) {
            throw exception;
        }
        if (cause != null) {
            throw new IllegalStateException("a part has failed", cause);
        }
    }

    void stopAndWaitForClose() {
        stop();
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "not closed after {} s; the process ends all the same, and nothing is lost by it",
                        PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}

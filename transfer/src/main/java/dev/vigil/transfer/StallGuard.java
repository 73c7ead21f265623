package dev.vigil.transfer;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts what waits for a host that says nothing: neither the JDK's client nor that for SFTP ends a read by itself. After a while of silence
 * whoever waits needs a place in the waiting room, or is cut; when patience is over, everybody is. Nothing runs before the first waits.
 */
final class StallGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StallGuard.class);

    private final Duration patience;
    private final WaitingRoom room;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(StallGuard::daemon);

    StallGuard(Duration patience, WaitingRoom room) {
        this.patience = patience;
        this.room = room;
    }

    Duration patience() {
        return patience;
    }

    WaitingRoom room() {
        return room;
    }

    /** Something that a host may leave without an answer. */
    interface Deed<T> {
        T result() throws IOException;
    }

    /** Watches who waits for a host, once or again and again, and whose deed fails when it is cut. */
    Watch watch(URI location, Runnable cut) {
        Watch watch = new Watch(location, cut);
        watches.add(watch);
        if (isLooking.compareAndSet(false, true)) {
            long pace = Math.max(20, patience.toMillis() / 20);
            thread.scheduleWithFixedDelay(this::look, pace, pace, TimeUnit.MILLISECONDS);
        }
        return watch;
    }

    private void look() {
        watches.forEach(Watch::look);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "stall-guard");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** One who waits. */
    final class Watch implements AutoCloseable {
        private final URI location;
        private final Runnable cut;
        private long waitingSince;
        private boolean waiting;
        private boolean hasPlace;
        private volatile Optional<Duration> cutAfter = Optional.empty();

        private Watch(URI location, Runnable cut) {
            this.location = location;
            this.cut = cut;
        }

        /** Does something for which the host may be waited for. */
        <T> T during(Deed<T> deed) throws IOException {
            begin();
            try {
                T result = deed.result();
                check();
                room.heard(location);
                return result;
            } catch (IOException e) {
                check();
                throw e;
            } finally {
                end();
            }
        }

        /** Whether it was cut before its time, to leave its slot to another. */
        boolean isOnlyOutOfPlaces() {
            return cutAfter.filter(silence -> !silence.equals(patience)).isPresent();
        }

        private synchronized void begin() {
            waitingSince = System.nanoTime();
            waiting = true;
        }

        private synchronized void end() {
            waiting = false;
            if (hasPlace) {
                hasPlace = false;
                room.leave(location);
            }
        }

        private void check() throws IOException {
            if (cutAfter.isPresent()) {
                throw new IOException("no byte came for " + cutAfter.get().toSeconds() + " s");
            }
        }

        private void look() {
            Optional<Duration> silence = cutAfter.isPresent() ? Optional.empty() : tooLong();
            if (silence.isPresent()) {
                cutAfter = silence;
                runCut();
            }
        }

        /** A cut that goes wrong leaves the others guarded. */
        private void runCut() {
            try {
                cut.run();
            } catch (RuntimeException e) {
                LOG.warn("what waits for {} cannot be cut", location, e);
            }
        }

        private synchronized Optional<Duration> tooLong() {
            Duration silence = Duration.ofNanos(waiting ? System.nanoTime() - waitingSince : 0);
            Duration outside = WaitingRoom.outside(patience);
            if (silence.compareTo(patience) > 0) {
                return Optional.of(patience);
            }
            if (silence.compareTo(outside) > 0 && !hasPlace) {
                hasPlace = room.enter(location);
                return Optional.of(outside).filter(any -> !hasPlace);
            }
            return Optional.empty();
        }

        /** Nobody waits any more. */
        @Override
        public void close() {
            watches.remove(this);
        }
    }
}

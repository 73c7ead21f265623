package dev.vigil.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts streams that bring nothing for too long, since the JDK's client waits for a body for ever. After a while of silence a stream needs
 * a place among those who wait, or is cut.
 */
final class StallGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StallGuard.class);

    private final Duration patience;
    private final WaitingRoom room;
    private final Set<Watched> streams = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(StallGuard::daemon);

    StallGuard(Duration patience, WaitingRoom room) {
        this.patience = patience;
        this.room = room;
        long pace = Math.max(20, patience.toMillis() / 20);
        thread.scheduleWithFixedDelay(this::look, pace, pace, TimeUnit.MILLISECONDS);
    }

    InputStream watched(URI location, InputStream stream) {
        Watched watched = new Watched(location, stream);
        streams.add(watched);
        return watched;
    }

    private void look() {
        streams.forEach(Watched::look);
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

    private final class Watched extends FilterInputStream {
        private final URI location;
        private long waitingSince;
        private boolean waiting;
        private boolean hasPlace;
        private volatile boolean cut;

        private Watched(URI location, InputStream stream) {
            super(stream);
            this.location = location;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            begin();
            try {
                int count = super.read(bytes, offset, length);
                check();
                room.heard(location);
                return count;
            } finally {
                end();
            }
        }

        private synchronized void begin() {
            waitingSince = System.nanoTime();
            waiting = true;
        }

        private synchronized void end() {
            waiting = false;
            if (hasPlace) {
                hasPlace = false;
                room.leave();
            }
        }

        private void check() throws IOException {
            if (cut) {
                throw new IOException("no byte came for too long");
            }
        }

        private void look() {
            if (isStalled()) {
                cut();
            }
        }

        private synchronized boolean isStalled() {
            long silence = waiting ? System.nanoTime() - waitingSince : 0;
            if (silence > WaitingRoom.outside(patience).toNanos() && !hasPlace) {
                hasPlace = room.enter(location);
                return !hasPlace;
            }
            return silence > patience.toNanos();
        }

        private void cut() {
            cut = true;
            try {
                super.close();
            } catch (IOException e) {
                LOG.debug("a stalled stream did not close: {}", e.toString());
            }
        }

        @Override
        public void close() throws IOException {
            streams.remove(this);
            super.close();
        }
    }
}

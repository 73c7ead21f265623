package dev.vigil.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cuts streams that bring nothing for too long, since the JDK's client waits for a body for ever. */
final class StallGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StallGuard.class);

    private final Duration patience;
    private final Set<Watched> streams = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(StallGuard::daemon);

    StallGuard(Duration patience) {
        this.patience = patience;
        long pace = Math.max(20, patience.toMillis() / 4);
        thread.scheduleWithFixedDelay(this::cutTheStalled, pace, pace, TimeUnit.MILLISECONDS);
    }

    InputStream watched(InputStream stream) {
        Watched watched = new Watched(stream);
        streams.add(watched);
        return watched;
    }

    private void cutTheStalled() {
        streams.stream().filter(Watched::isStalled).forEach(Watched::cut);
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
        private volatile long waitingSince;
        private volatile boolean waiting;
        private volatile boolean cut;

        private Watched(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            waitingSince = System.nanoTime();
            waiting = true;
            try {
                int count = super.read(bytes, offset, length);
                check();
                return count;
            } finally {
                waiting = false;
            }
        }

        private void check() throws IOException {
            if (cut) {
                throw new IOException("no byte came for " + patience.toSeconds() + " s");
            }
        }

        private boolean isStalled() {
            return waiting && System.nanoTime() - waitingSince > patience.toNanos();
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

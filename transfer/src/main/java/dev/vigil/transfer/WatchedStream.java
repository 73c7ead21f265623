package dev.vigil.transfer;

import dev.vigil.imaging.BulkStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream from a host that may say nothing more at any time: then it is cut. */
final class WatchedStream extends BulkStream {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedStream.class);

    private final InputStream in;
    private final StallGuard.Watch watch;

    WatchedStream(StallGuard guard, URI location, InputStream stream) {
        this.in = stream;
        this.watch = guard.watch(location, this::cut);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return watch.during(() -> in.read(bytes, offset, length));
    }

    private void cut() {
        try {
            in.close();
        } catch (IOException e) {
            LOG.debug("a stalled stream did not close: {}", e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
        in.close();
    }
}

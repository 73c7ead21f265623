package dev.vigil.common.run;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a service has opened, closed in reverse. A part that cannot be closed does not keep the others open. */
public final class Parts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** Remembers a part, and hands it back. */
    public synchronized <T extends AutoCloseable> T add(T part) {
        opened.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            AutoCloseable part = opened.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not close: {}", part.getClass().getSimpleName(), e.toString(), e);
            }
        }
    }

    /** Closes what was opened, if opening the next part fails, and says why it failed. */
    public static <T> T orClose(Parts parts, java.util.concurrent.Callable<T> opening) throws Exception {
        try {
            return opening.call();
        } catch (Exception | Error e) {
            parts.close();
            throw e;
        }
    }
}

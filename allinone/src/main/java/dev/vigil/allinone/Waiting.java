package dev.vigil.allinone;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for what another thread makes, and throws what it threw. */
final class Waiting {
    private Waiting() {}

    static <T> T result(Future<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}

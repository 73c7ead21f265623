package dev.vigil.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** Waits for what a disk or a line may hold up, as long as it gets on. */
final class PatientWait {
    private PatientWait() {}

    /**
     * What comes of the work, which has failed when it has not got on for as long as patience lasts.
     *
     * @param what whom it asks, in words
     * @param done how far it is
     */
    static <T> T of(String what, Callable<T> work, LongSupplier done, Duration patience)
            throws IOException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread working = new Thread(task, "audit-asks-" + what);
        working.setDaemon(true);
        working.start();
        long before = Long.MIN_VALUE;
        try {
            while (before != done.getAsLong()) {
                before = done.getAsLong();
                if (isOver(task, patience)) {
                    return task.get();
                }
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            task.cancel(true);
        }
        throw new IOException(what + " has not answered for " + patience.toSeconds()
                + " s: its disk hangs, or the line does; to do: see to it, and verify again");
    }

    private static boolean isOver(FutureTask<?> task, Duration patience)
            throws InterruptedException, ExecutionException {
        try {
            task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillAtIt) {
            return false;
        }
    }
}

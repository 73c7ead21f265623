package dev.vigil.embedded;

import java.io.InterruptedIOException;

/** Waiting for a process, where being interrupted is one more way for input and output to fail. */
final class Waiting {
    private Waiting() {}

    static int forEnd(Process process) throws InterruptedIOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + process.info());
        }
    }
}

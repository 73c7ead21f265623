package dev.vigil.bench;

import java.io.IOException;

/** Runs other programs and takes the time. */
final class Shell {
    private Shell() {}

    static double seconds(String... command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int status = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}

package dev.vigil.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The CPU that all threads of this process have used, to the nanosecond as Linux keeps it. */
public final class OwnCpu {
    private static final Path TASKS = Path.of("/proc/self/task");

    private OwnCpu() {}

    public static double seconds() throws IOException {
        long nanos = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                nanos += nanosOf(Files.readString(task.resolve("schedstat")));
            }
        }
        return nanos / 1e9;
    }

    /** The first number is the time on a processor. */
    static long nanosOf(String schedstat) {
        return Long.parseLong(schedstat.substring(0, schedstat.indexOf(' ')));
    }
}

package dev.vigil.bench.truth;

import dev.vigil.bench.Shell;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds a Python that has what a peer needs: that of the shell, or that of the system. */
final class Python {
    private Python() {}

    /** One that can import these; empty where none can. */
    static Optional<String> with(String modules) throws InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            try {
                Shell.printed(List.of(python, "-c", "import " + modules));
                return Optional.of(python);
            } catch (IOException e) {
                // Another Python may have it.
                continue;
            }
        }
        return Optional.empty();
    }
}

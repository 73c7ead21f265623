package dev.vigil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says about the server that has, or had, a cluster open. */
record Postmaster(Path cluster, long process, int port) {
    private static final int PROCESS_LINE = 0;
    private static final int PORT_LINE = 3;

    static Optional<Postmaster> of(Path cluster) throws IOException {
        Path file = file(cluster);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return Optional.of(new Postmaster(cluster, number(lines, PROCESS_LINE), (int) number(lines, PORT_LINE)));
    }

    /** True when the process lives and was started on this cluster. */
    boolean isOurs() {
        return commandLine().filter(line -> line.contains(cluster.toString())).isPresent();
    }

    /** True when the process number has gone to somebody else, whom PostgreSQL would take for a living server. */
    boolean isAnother() {
        return commandLine().filter(line -> !line.contains(cluster.toString())).isPresent();
    }

    /** Puts the file out of the way, once it is known that its process is another. */
    void setAside() throws IOException {
        Files.deleteIfExists(aside());
        Files.move(file(cluster), aside());
    }

    private Path aside() {
        return cluster.resolve("postmaster.pid.stale");
    }

    private Optional<String> commandLine() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().commandLine());
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** A file that is just being written may be short: then nothing is known. */
    private static long number(List<String> lines, int line) {
        try {
            return lines.size() > line ? Long.parseLong(lines.get(line).strip()) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

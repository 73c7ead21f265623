package dev.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processes of a PostgreSQL, which are nobody's children but its own. */
record Postgres(long postmaster) {

    /** The one whose cluster is somewhere in a folder. */
    static Postgres in(Path folder) throws IOException {
        try (Stream<Path> files = Files.find(
                folder, 3, (file, attributes) -> file.getFileName().toString().equals("postmaster.pid"))) {
            Path file =
                    files.findFirst().orElseThrow(() -> new IOException("no PostgreSQL runs on what is in " + folder));
            return new Postgres(Long.parseLong(Files.readAllLines(file).get(0).strip()));
        }
    }

    /** Seconds of CPU of all its processes, those that have ended too. */
    double cpuSeconds() throws IOException {
        double seconds = 0;
        for (Proc process : processes()) {
            try {
                seconds += process.cpuSeconds();
            } catch (IOException ended) {
                // It ended while it was asked; its parent counts it next time.
            }
        }
        return seconds;
    }

    /** Bytes in hand, the memory that its processes share being counted once. */
    long resident() throws IOException {
        long bytes = 0;
        for (Proc process : processes()) {
            try {
                bytes += process.shareOfResident().orElse(process.resident());
            } catch (IOException ended) {
                // It ended while it was asked, and holds nothing any more.
            }
        }
        return bytes;
    }

    private List<Proc> processes() {
        return ProcessHandle.of(postmaster).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(handle -> Proc.of(handle.pid()))
                .toList();
    }
}

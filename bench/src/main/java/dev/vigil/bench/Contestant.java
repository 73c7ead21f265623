package dev.vigil.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody who does a piece of work: code in this JVM, or a program. */
@FunctionalInterface
public interface Contestant {

    /** Does the work once, and says how many seconds of CPU that took. */
    double cpuSeconds() throws Exception;

    /** Code in this JVM; its compiler and its garbage collector are counted too. */
    static Contestant here(Work work) {
        return () -> {
            double before = OwnCpu.seconds();
            work.run();
            return OwnCpu.seconds() - before;
        };
    }

    /** A program, measured by {@code time} of bash; empty where one of the two is not installed. */
    static Optional<Contestant> program(String... command) {
        return isInstalled("bash") && isInstalled(command[0]) ? Optional.of(() -> timed(command)) : Optional.empty();
    }

    private static boolean isInstalled(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }

    private static double timed(String... command) throws IOException, InterruptedException {
        List<String> line =
                new ArrayList<>(List.of("bash", "-c", "export LC_ALL=C; TIMEFORMAT='%U %S'; time \"$@\" >&2", "time"));
        line.addAll(List.of(command));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + printed.strip());
        }
        return Timed.of(printed).cpuSeconds();
    }

    /** Something that is done. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** What {@code time} printed last. */
    record Timed(double user, double system) {
        static Timed of(String printed) {
            String last = printed.strip().lines().reduce("", (before, line) -> line);
            String[] seconds = last.split(" ");
            return new Timed(Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1]));
        }

        double cpuSeconds() {
            return user + system;
        }
    }
}

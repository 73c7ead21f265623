package dev.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** On what the figures were measured. */
public record Machine(int cores, String processor, long memory, String system, String jdk, double load) {

    public static Machine thisOne() throws IOException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                nameOfProcessor(),
                Proc.bytes(Files.readAllLines(Path.of("/proc/meminfo")), "MemTotal"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                loadNow());
    }

    /** Runnable processes over the last minute: above the number of cores, the figures are somebody else's too. */
    private static double loadNow() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private static String nameOfProcessor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unnamed processor");
    }

    public List<String> lines() {
        return List.of(
                "%d cores (%s), %.1f GiB of memory, %s"
                        .formatted(cores, processor, memory / (double) (1 << 30), system),
                "%s; load average %.2f before".formatted(jdk, load)
                        + (load > 1 ? ": THE MACHINE WAS NOT QUIET, the figures are worth little" : ""));
    }
}

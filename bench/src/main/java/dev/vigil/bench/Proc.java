package dev.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What Linux says of a process in {@code /proc}. */
record Proc(Path folder) {
    /** Linux tells times in hundredths of a second, whatever its own tick is. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int CHILDREN_SYSTEM_TIME = 14;
    private static final int THREADS = 17;
    private static final long KIB = 1024;

    static Proc of(long process) {
        return new Proc(Path.of("/proc", Long.toString(process)));
    }

    static boolean isThere() {
        return Files.isReadable(Path.of("/proc/self/stat"));
    }

    /** Seconds of CPU that it has used, with those of its children that have ended and were waited for. */
    double cpuSeconds() throws IOException {
        return cpuSeconds(Files.readString(folder.resolve("stat")));
    }

    static double cpuSeconds(String stat) {
        return Arrays.stream(fields(stat), USER_TIME, CHILDREN_SYSTEM_TIME + 1)
                        .mapToLong(Long::parseLong)
                        .sum()
                / TICKS_PER_SECOND;
    }

    int threads() throws IOException {
        return Integer.parseInt(fields(Files.readString(folder.resolve("stat")))[THREADS]);
    }

    /** Behind the name of the program, which may hold spaces and brackets itself. */
    private static String[] fields(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    /** Bytes of memory that it has in hand. */
    long resident() throws IOException {
        return bytes(Files.readAllLines(folder.resolve("status")), "VmRSS");
    }

    /** The most that it ever had in hand. */
    long mostResident() throws IOException {
        return bytes(Files.readAllLines(folder.resolve("status")), "VmHWM");
    }

    /** Bytes in hand, a page that several processes share being counted in parts; empty where one may not know. */
    Optional<Long> shareOfResident() throws IOException {
        try {
            return Optional.of(bytes(Files.readAllLines(folder.resolve("smaps_rollup")), "Pss"));
        } catch (java.nio.file.AccessDeniedException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static long bytes(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(kib -> Long.parseLong(kib) * KIB)
                .findFirst()
                .orElse(0);
    }
}

package dev.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How full a JVM's heap was, by its own log of collections ({@code -Xlog:gc}).
 *
 * @param peak the most bytes that were in use, which is always just before a collection
 * @param live the most that were still in use after a full collection, or after any where there was no full one
 */
record GcLog(long peak, long live) {
    private static final Pattern COLLECTION = Pattern.compile("(Pause .*?) ([0-9]+)([KMG])->([0-9]+)([KMG])\\(");

    static GcLog read(Path file) throws IOException {
        return of(Files.readAllLines(file));
    }

    static GcLog of(List<String> lines) {
        List<Matcher> pauses =
                lines.stream().map(COLLECTION::matcher).filter(Matcher::find).toList();
        return new GcLog(most(pauses.stream(), 2), live(pauses));
    }

    private static long live(List<Matcher> pauses) {
        long afterFull = most(pauses.stream().filter(GcLog::isFull), 4);
        return afterFull > 0 ? afterFull : most(pauses.stream(), 4);
    }

    private static boolean isFull(Matcher pause) {
        return pause.group(1).contains("Full");
    }

    private static long most(Stream<Matcher> pauses, int group) {
        return pauses.mapToLong(pause -> bytes(pause.group(group), pause.group(group + 1)))
                .max()
                .orElse(0);
    }

    private static long bytes(String number, String unit) {
        return Long.parseLong(number) << 10 * (1 + "KMG".indexOf(unit));
    }
}

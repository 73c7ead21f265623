package dev.vigil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A unit's folder with many past nights in it. The files of a night are names of one small file, so that a million of them fit
 * into memory; to a listing each name is a file of its own.
 */
record NightTree(Path incoming, int nights, int filesPerNight) {
    static final String UNIT = "SCAN01";

    private static final LocalDate LAST = LocalDate.of(2026, 3, 1);
    private static final Instant WRITTEN = Instant.parse("2026-03-02T03:15:02Z");
    private static final int BYTES = 5760;

    long files() {
        return (long) nights * filesPerNight;
    }

    void make(LongConsumer progress) throws IOException {
        for (int night = 0; night < nights; night++) {
            Path folder = Files.createDirectories(incoming.resolve(folder(night)));
            Path first = Files.write(folder.resolve(name(night, 0)), new byte[BYTES]);
            Files.setLastModifiedTime(first, FileTime.from(WRITTEN));
            for (int file = 1; file < filesPerNight; file++) {
                Files.createLink(folder.resolve(name(night, file)), first);
            }
            progress.accept((long) (night + 1) * filesPerNight);
        }
    }

    /** All files, from the incoming folder on. */
    Stream<String> paths() {
        return IntStream.range(0, nights)
                .boxed()
                .flatMap(night ->
                        IntStream.range(0, filesPerNight).mapToObj(file -> folder(night) + "/" + name(night, file)));
    }

    static LocalDate nightOf(String path) {
        return LocalDate.parse(path.split("/")[1]);
    }

    static long size() {
        return BYTES;
    }

    static Instant written() {
        return WRITTEN;
    }

    private static String folder(int night) {
        return UNIT + "/" + LAST.minusDays(night);
    }

    private static String name(int night, int file) {
        return String.format(
                Locale.ROOT, "%s_%s_T%05d_r_1x1_100.0s_%05d.fits", UNIT, LAST.minusDays(night), file % 1000, file);
    }
}

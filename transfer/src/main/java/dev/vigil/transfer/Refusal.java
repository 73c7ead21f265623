package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.schemas.events.FailureCategory;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Words for a person what a disk of ours refuses: which it is, and what is to be done there. */
final class Refusal {
    private static final String THEN = "; what waits is tried again by itself, what has failed with vigil retry";

    private Refusal() {}

    /** What it means for a file of so many bytes, of which nothing is left behind there. */
    static Trouble.Failing of(ArchiveException cause, long size) {
        return switch (cause.problem()) {
            case FULL -> full(cause, size);
            case DENIED ->
                new Trouble.Failing(
                        FailureCategory.NOT_WRITABLE,
                        "cannot be written" + in(cause) + why(cause),
                        "let the transfer's user write there, or mount it for writing" + THEN);
            default ->
                new Trouble.Failing(
                        FailureCategory.OTHER,
                        "the archive does not take it: " + cause.getMessage(),
                        "see the archive's folder and disk");
        };
    }

    private static Trouble.Failing full(ArchiveException cause, long size) {
        String left = cause.place()
                .flatMap(Refusal::left)
                .map(bytes -> ", and " + megabytes(bytes) + " are left there")
                .orElse("");
        return new Trouble.Failing(
                FailureCategory.DISK_FULL,
                "finds no room" + in(cause) + ": it has " + megabytes(size) + left + why(cause),
                "make room there" + THEN);
    }

    /** Without the names of files, so that what stops many is said of all in the same words. */
    private static String why(ArchiveException cause) {
        return Optional.ofNullable(cause.getCause())
                .map(error -> error instanceof FileSystemException named ? named.getReason() : error.getMessage())
                .map(reason -> " (" + reason + ")")
                .orElse("");
    }

    private static String in(ArchiveException cause) {
        return cause.place().map(place -> " in " + place).orElse("");
    }

    private static Optional<Long> left(Path place) {
        try {
            return Optional.of(Files.getFileStore(place).getUsableSpace());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}

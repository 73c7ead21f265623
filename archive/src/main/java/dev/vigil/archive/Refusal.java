package dev.vigil.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an archive has refused, in words for a person: which folder it is, what the system said, what is left there, and what is to be done.
 * They name no file, so that what stops many is said of all in the same words.
 *
 * @param problem what stands in the way
 * @param words what it is
 * @param remedy what a person can do
 */
public record Refusal(ArchiveException.Problem problem, String words, String remedy) {
    private static final String THEN = "; what waits is tried again by itself, what has failed with vigil retry";

    public Refusal {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(remedy, "remedy");
    }

    /** What was refused to a service of this name. */
    public static Refusal of(ArchiveException cause, String service) {
        String folder = closed(cause).or(cause::place).map(Path::toString).orElse("the archive");
        return switch (cause.problem()) {
            case FULL ->
                new Refusal(
                        cause.problem(),
                        "there is no room in " + folder + left(cause) + why(cause),
                        "make room there" + THEN);
            case DENIED ->
                new Refusal(
                        cause.problem(),
                        folder + " may not be written to" + why(cause),
                        "let the user of the " + service + " write there, or mount it for writing" + THEN);
            default ->
                new Refusal(
                        cause.problem(),
                        folder + " does not take it" + why(cause),
                        "see the archive's folder and disk");
        };
    }

    /** The words, where others would meet the same there. */
    public Optional<String> obstacle() {
        boolean isOfAll = problem == ArchiveException.Problem.FULL || problem == ArchiveException.Problem.DENIED;
        return Optional.of(words).filter(any -> isOfAll);
    }

    /** The folder in which something was not to be made: the innermost that there is. */
    private static Optional<Path> closed(ArchiveException cause) {
        return Optional.ofNullable(cause.getCause())
                .filter(AccessDeniedException.class::isInstance)
                .map(error -> ((AccessDeniedException) error).getFile())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .flatMap(file -> Stream.iterate(file.getParent(), Objects::nonNull, Path::getParent)
                        .filter(Files::isDirectory)
                        .findFirst());
    }

    private static String left(ArchiveException cause) {
        return cause.place()
                .flatMap(Refusal::free)
                .map(bytes -> String.format(Locale.ROOT, ", where %.1f MB are left", bytes / 1e6))
                .orElse("");
    }

    private static Optional<Long> free(Path place) {
        try {
            return Optional.of(Files.getFileStore(place).getUsableSpace());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private static String why(ArchiveException cause) {
        String said = Optional.ofNullable(cause.getCause()).map(Refusal::said).orElse(cause.getMessage());
        return " (" + said + ")";
    }

    /** What the system said, without the names of files that it puts before that. */
    private static String said(Throwable error) {
        return Optional.ofNullable(error instanceof FileSystemException named ? named.getReason() : error.getMessage())
                .orElse(error.getClass().getSimpleName());
    }
}

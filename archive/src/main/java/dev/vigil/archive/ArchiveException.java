package dev.vigil.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An archive could not do what was asked; the problem says whether waiting may help, the message what to do. */
public final class ArchiveException extends IOException {
    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final transient Optional<Path> place;

    public ArchiveException(Problem problem, String message) {
        super(message);
        this.problem = problem;
        this.place = Optional.empty();
    }

    private ArchiveException(Problem problem, String message, Optional<Path> place, Throwable cause) {
        super(message, cause);
        this.problem = problem;
        this.place = place;
    }

    public Problem problem() {
        return problem;
    }

    /** The folder on whose disk it happened, where that is known. */
    public Optional<Path> place() {
        return place;
    }

    /** What an error of a file system means for the archive. */
    public static ArchiveException of(String deed, IOException error) {
        return of(deed, Optional.empty(), error);
    }

    /** The same, with the folder on whose disk it happened. */
    public static ArchiveException of(String deed, Path place, IOException error) {
        return of(deed, Optional.of(place), error);
    }

    private static ArchiveException of(String deed, Optional<Path> place, IOException error) {
        if (error instanceof ArchiveException known) {
            return known;
        }
        Problem problem = Problem.of(error);
        return new ArchiveException(problem, deed + ": " + problem.advice + " (" + error + ")", place, error);
    }

    /** What stands in an archive's way. */
    public enum Problem {
        /** No space, or no quota, is left. */
        FULL("the disk is full; make room", "no space left", "quota exceeded"),
        /** This process may not write or read there. */
        DENIED("not permitted; see who owns the folder", "permission denied", "read-only file system"),
        /** The file that was asked for is not there. */
        MISSING("there is no such file"),
        /** The disk or server behind it does not answer, or is not mounted. */
        UNREACHABLE(
                "the archive cannot be reached; see whether it is mounted",
                "stale file handle",
                "not connected",
                "host is down",
                "timed out",
                "input/output error"),
        /** Something else. */
        OTHER("the file system refused");

        private final String advice;
        private final List<String> signs;

        Problem(String advice, String... signs) {
            this.advice = advice;
            this.signs = List.of(signs);
        }

        /** Whether the world is broken and not the request: then the same request may succeed later. */
        public boolean mayPass() {
            return this == FULL || this == DENIED || this == UNREACHABLE;
        }

        private static Problem of(IOException error) {
            if (error instanceof AccessDeniedException) {
                return DENIED;
            }
            if (error instanceof NoSuchFileException) {
                return MISSING;
            }
            return said(Optional.ofNullable(error.getMessage()).orElse(""));
        }

        private static Problem said(String message) {
            String words = message.toLowerCase(Locale.ROOT);
            for (Problem problem : values()) {
                if (problem.signs.stream().anyMatch(words::contains)) {
                    return problem;
                }
            }
            return OTHER;
        }
    }
}

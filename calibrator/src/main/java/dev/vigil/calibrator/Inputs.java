package dev.vigil.calibrator;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Completeness;
import dev.vigil.imaging.ImageReader;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** Opens files for reading, once their bytes are proven to be those that the task means. */
record Inputs(Archive archive, Archive working) {
    private static final String FETCH_AGAIN = "have the frame fetched again: vigil again FRAME --fetch --why TEXT";

    /** What is read from an open file. */
    interface Reading<T> {
        T from(ImageReader reader) throws IOException, BadFitsException, TroubleException;
    }

    /** Reads from a file and closes it; an archive that is away is the only thing that is not a trouble of the file. */
    <T> T read(StoredFile file, Reading<T> reading) throws ArchiveException, TroubleException {
        prove(file);
        return explaining(file.key(), () -> {
            try (ImageReader reader = open(file)) {
                return reading.from(reader);
            }
        });
    }

    /** An open file that the caller closes. */
    ImageReader opened(StoredFile file) throws ArchiveException, TroubleException {
        prove(file);
        return explaining(file.key(), () -> open(file));
    }

    /** The same, of a file whose bytes were proven before. */
    ImageReader openedAgain(StoredFile file) throws ArchiveException, TroubleException {
        return explaining(file.key(), () -> ImageReader.open(path(file)));
    }

    private ImageReader open(StoredFile file) throws IOException, BadFitsException, TroubleException {
        ImageReader reader = ImageReader.open(path(file));
        try {
            checkSums(file, reader);
            return reader;
        } catch (IOException | TroubleException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** A file that carries sums must agree with them, whoever wrote it. */
    private void checkSums(StoredFile file, ImageReader reader) throws IOException, TroubleException {
        if (reader.file().hdus().stream().noneMatch(hdu -> hdu.header().has("DATASUM"))) {
            return;
        }
        Completeness judged = Completeness.judge(path(file));
        if (!(judged instanceof Completeness.Complete)) {
            throw damaged(file.key() + ": " + judged.why()).thrown();
        }
    }

    private void prove(StoredFile file) throws ArchiveException, TroubleException {
        ArchiveKey key = new ArchiveKey(file.key());
        if (explaining(file.key(), () -> store(file).find(key)).isEmpty()) {
            throw vanished(file).thrown();
        }
        String digest = explaining(file.key(), () -> store(file).digest(key));
        if (!digest.equals(file.digest().value())) {
            throw damaged(file.key() + " has the digest " + digest + " instead of " + file.digest())
                    .thrown();
        }
    }

    Path path(StoredFile file) throws TroubleException {
        return store(file)
                .path(new ArchiveKey(file.key()))
                .orElseThrow(() -> new Trouble(
                                FailureCategory.UNREADABLE,
                                file.key() + " is in an archive that is not on a disk of this machine",
                                "have the frame fetched into the working area")
                        .thrown());
    }

    private Archive store(StoredFile file) {
        return file.area() == Area.ARCHIVE ? archive : working;
    }

    private static Trouble vanished(StoredFile file) {
        return new Trouble(
                FailureCategory.VANISHED,
                file.key() + " is no longer in the " + (file.area() == Area.ARCHIVE ? "archive" : "working area"),
                FETCH_AGAIN);
    }

    private static Trouble damaged(String what) {
        return new Trouble(FailureCategory.DAMAGED, what, FETCH_AGAIN);
    }

    /** Something that reads a file, with all that it may meet. */
    interface Deed<T> {
        T result() throws IOException, BadFitsException, TroubleException;
    }

    /** Does something with a file, and says in words what is wrong with the file if it is the file. */
    static <T> T explaining(String key, Deed<T> deed) throws ArchiveException, TroubleException {
        try {
            return deed.result();
        } catch (BadFitsException e) {
            throw damaged(key + ": " + e.getMessage()).thrown();
        } catch (UncheckedIOException e) {
            throw trouble(key, e.getCause());
        } catch (IOException e) {
            throw trouble(key, e);
        }
    }

    /** That one file may not be opened is a matter of this file, and stops no other. */
    private static boolean isClosedToUs(IOException cause) {
        return cause instanceof AccessDeniedException || cause.getCause() instanceof AccessDeniedException;
    }

    private static TroubleException trouble(String key, IOException cause) throws ArchiveException {
        if (cause.getCause() instanceof BadFitsException bad) {
            return damaged(key + ": " + bad.getMessage()).thrown();
        }
        if (isClosedToUs(cause)) {
            return new Trouble(
                            FailureCategory.PERMISSION_DENIED,
                            key + " may not be read",
                            "let the user of the calibrator read it")
                    .thrown();
        }
        ArchiveException problem = ArchiveException.of("reading " + key, cause);
        if (problem.problem().mayPass()) {
            throw problem;
        }
        return new Trouble(
                        problem.problem() == ArchiveException.Problem.MISSING
                                ? FailureCategory.VANISHED
                                : FailureCategory.UNREADABLE,
                        problem.getMessage(),
                        FETCH_AGAIN)
                .thrown();
    }
}

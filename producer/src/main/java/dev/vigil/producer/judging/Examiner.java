package dev.vigil.producer.judging;

import dev.vigil.common.files.FrameNames;
import dev.vigil.imaging.Completeness;
import dev.vigil.imaging.Digests;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Inspection;
import dev.vigil.instruments.FrameDescription;
import dev.vigil.instruments.FrameSource;
import dev.vigil.instruments.Judged;
import dev.vigil.instruments.Profiles;
import dev.vigil.producer.disk.FileLook;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.schemas.events.Sha256;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/** Reads a file once and says what that showed. Reading changes nothing, so it may be done again. */
public final class Examiner {
    /** Of a file that somebody has to make readable. */
    private static final String GOES_ON =
            "; it goes on by itself then. Else write it off: vigil close FRAME --why TEXT";

    private final Path root;
    private final Profiles profiles;
    private final Clock clock;

    public Examiner(Path root, Profiles profiles, Clock clock) {
        this.root = Objects.requireNonNull(root, "root");
        this.profiles = Objects.requireNonNull(profiles, "profiles");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** A reading, and how the file stood when it began. */
    public record Read(Sighting then, Examination examination) {}

    /** Never throws what the file or the disk has done wrong: that is part of the answer. */
    public Read read(Sighting seen) {
        Sighting then = seen;
        try {
            then = FileLook.of(root, seen.path());
            Examination examination = examine(then);
            boolean moved = !FileLook.of(root, seen.path()).isSameAs(then);
            return new Read(then, moved ? new Examination.Lacking("it changed while it was read") : examination);
        } catch (NoSuchFileException gone) {
            return new Read(then, new Examination.Gone());
        } catch (AccessDeniedException denied) {
            return new Read(
                    then,
                    new Examination.Unreadable(
                            "the producer may not read it", "give the producer the right to read it" + GOES_ON));
        } catch (IOException broken) {
            return new Read(
                    then,
                    new Examination.Unreadable(
                            "it cannot be read: " + broken.getMessage(), "look at the disk where it lies" + GOES_ON));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError wrong) {
            return new Read(then, new Examination.NotFits("reading it fails: " + wrong));
        }
    }

    private Examination examine(Sighting then) throws IOException {
        String name = then.path().substring(then.path().lastIndexOf('/') + 1);
        return switch (then.kind()) {
            case FOLDER -> new Examination.NotAFile("a folder that is named like a frame");
            case LINK_OUTSIDE -> new Examination.NotAFile("a link that leads nowhere or out of the incoming folder");
            case SPECIAL -> new Examination.NotAFile("neither a file nor a folder");
            case FILE ->
                FrameNames.includes(name) && !isSidecar(then, name)
                        ? frame(root.resolve(then.path()), then)
                        : beside(then);
        };
    }

    /** A profile may say that some FITS files are no frames but follow one. */
    private boolean isSidecar(Sighting then, String name) {
        return profiles.profileFor(then.unit()).frameOfSidecar(name).isPresent();
    }

    private Examination beside(Sighting then) throws IOException {
        return new Examination.Beside(new Sha256(Digests.sha256(root.resolve(then.path()))));
    }

    /** What reading a frame shows, wherever it lies. */
    public Examination frame(Path file, Sighting then) throws IOException {
        Inspection inspection = Inspection.of(file);
        if (inspection.completeness() instanceof Completeness.Complete complete) {
            return whole(then, inspection, complete);
        }
        String why = inspection.completeness().why();
        return inspection.completeness() instanceof Completeness.NotFits
                ? new Examination.NotFits(why)
                : new Examination.Lacking(
                        why,
                        remedy(inspection.completeness(), file),
                        inspection.fits().flatMap(fits -> begun(then, fits)));
    }

    /** Writing a file off is the last thing that helps with any. */
    private static String remedy(Completeness found, Path file) {
        return found instanceof Completeness.Unproven unproven
                ? unproven.remedy(file) + "; where more is to come, it goes on by itself when the file changes;"
                        + " else deliver it again, or write it off: vigil close FRAME --why TEXT"
                : "";
    }

    private Optional<FrameDescription> begun(Sighting then, FitsFile fits) {
        Judged judged = judged(then, fits);
        if (judged instanceof Judged.Excluded excluded) {
            return Optional.of(excluded.frame());
        }
        return judged instanceof Judged.Described described ? Optional.of(described.frame()) : Optional.empty();
    }

    private Examination whole(Sighting then, Inspection inspection, Completeness.Complete complete) {
        Digests digests = inspection.digests().orElseThrow();
        return new Examination.Whole(
                complete.proven(),
                complete.flags(),
                new Sha256(digests.source()),
                new Sha256(digests.content()),
                inspection.pixelDigests().stream().map(Sha256::new).toList(),
                judged(then, inspection.fits().orElseThrow()));
    }

    private Judged judged(Sighting then, FitsFile fits) {
        return profiles.profileFor(then.unit())
                .judge(FrameSource.of(then.unit(), then.belowUnit(), fits, clock.instant()));
    }
}

package dev.vigil.allinone.files;

import dev.vigil.archive.Archive;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.calibrator.Memory;
import dev.vigil.calibrator.ReductionHandler;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Unpack;
import dev.vigil.producer.FrameReading;
import dev.vigil.reduction.products.ProductForm;
import dev.vigil.reduction.steps.SolveAstrometry;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Lane;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Stalled;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.Work;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.io.FileUtils;

/** A machine on which files are reduced: what is read, where products go, and the calibrator's hands. */
final class Workplace implements AutoCloseable {
    private static final String WORKER = "files";

    private final FrameFinder finder;
    private final Clock clock;
    private final GivenFiles given = new GivenFiles();
    private final Path unpacked;
    private final Path out;
    private final ReductionHandler handler;

    private Workplace(
            FrameFinder finder, Path out, ProductForm form, SolveAstrometry astrometry, Path unpacked, Clock clock)
            throws IOException {
        this.finder = finder;
        this.out = out;
        this.unpacked = unpacked;
        this.clock = clock;
        Archive products = FilesystemArchive.create(out);
        this.handler = ReductionHandler.of(
                products, given, finder.profiles(), form, astrometry, Memory.of(0, 1), WORKER, clock);
    }

    /** Products go below this folder, as in an archive. */
    static Workplace open(FrameFinder finder, Path out, ProductForm form, SolveAstrometry astrometry, Clock clock)
            throws IOException {
        return new Workplace(finder, out, form, astrometry, Files.createTempDirectory("vigil-unpacked-"), clock);
    }

    /** Reads a file as the producer does; only a frame that it would take is returned. */
    GivenFrame frame(Path file) throws IOException, UnusableException {
        String path = finder.pathOf(file);
        FrameAnnounced announced = announced(file, path);
        Judgement judgement = announced.judgement();
        if (judgement instanceof Taken taken) {
            return new GivenFrame(file, announced, taken.facts(), readable(file, path));
        }
        throw new UnusableException(file + ": " + why(judgement));
    }

    private FrameAnnounced announced(Path file, String path) throws IOException, UnusableException {
        try {
            return FrameReading.of(file, path, finder.profiles(), clock);
        } catch (NoSuchFileException e) {
            throw new UnusableException(file + ": there is no such file");
        }
    }

    private static String why(Judgement judgement) {
        if (judgement instanceof Excluded excluded) {
            return "the instrument profile excludes it by its rule '" + excluded.rule() + "'";
        } else if (judgement instanceof Refused refused) {
            return refused.reason() + "; " + refused.remedy();
        } else if (judgement instanceof Stalled stalled) {
            return "it is not complete: " + stalled.why() + "; " + stalled.remedy();
        }
        return "it cannot be judged: " + judgement;
    }

    private StoredFile readable(Path file, String path) throws IOException, UnusableException {
        try {
            if (!Unpack.isPacked(file)) {
                return given.add(path, file);
            }
            Path plain = Files.createTempFile(unpacked, "frame", ".fits");
            Files.delete(plain);
            Unpack.toPlain(file, plain);
            return given.add(path, plain);
        } catch (BadFitsException e) {
            throw new UnusableException(file + ": " + e.getMessage());
        }
    }

    /** Forgets the plain form of a frame that was packed. */
    void forget(GivenFrame frame) throws IOException {
        Optional<Path> plain = given.remove(frame.readable());
        if (plain.isPresent() && plain.get().startsWith(unpacked)) {
            Files.delete(plain.get());
        }
    }

    MasterFolder masters(Optional<Path> folder) throws IOException {
        return MasterFolder.read(folder, given);
    }

    ReductionHandler handler() {
        return handler;
    }

    /** What the calibrator answers. */
    Object answer(String unit, Work work) throws IOException {
        Instant now = clock.instant();
        try {
            return handler.handle(new ReductionTask("files", unit, 1, 1, Lane.LIVE, now, now, work))
                    .event();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while it waited for memory");
        }
    }

    Path product(StoredFile product) {
        return out.resolve(product.key());
    }

    @Override
    public void close() {
        FileUtils.deleteQuietly(unpacked.toFile());
    }
}

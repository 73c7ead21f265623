package dev.vigil.producer.listing;

import dev.vigil.common.files.FrameNames;
import dev.vigil.common.files.UnfinishedNames;
import dev.vigil.producer.disk.FileLook;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.schemas.events.FrameId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Tells what lies in a unit's folder, for whoever compares it with what was announced: a line for each file, of its size,
 * the milliseconds of its modification and its encoded path. The last line says how many there were, or which folder could not be
 * looked into.
 */
public final class UnitListing extends SimpleFileVisitor<Path> {
    private final Path root;
    private final PrintWriter out;
    private int files;
    private Optional<Path> closed = Optional.empty();

    private UnitListing(Path root, PrintWriter out) {
        this.root = root;
        this.out = out;
    }

    public static void write(Path root, Path folder, PrintWriter out) throws IOException {
        UnitListing listing = new UnitListing(root, out);
        Files.walkFileTree(folder, listing);
        out.print(listing.closed
                .map(path -> "closed\t" + root.relativize(path).toString().replaceAll("\\p{Cntrl}", "?") + "\n")
                .orElse("end\t" + listing.files + "\n"));
        out.flush();
    }

    /** A folder that is named like a frame is announced as what it is. */
    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
        if (isTemporary(path)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (!path.getParent().equals(root)
                && FrameNames.includes(path.getFileName().toString())) {
            tell(path, attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    /** What is no file has been announced, too, and is not gone. */
    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
        if (!isTemporary(path)) {
            tell(path, attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    private void tell(Path path, BasicFileAttributes attributes) throws IOException {
        Sighting seen = FileLook.of(root, path, root.relativize(path).toString(), attributes);
        files++;
        out.print(seen.size() + "\t" + seen.modified().toEpochMilli() + "\t" + FrameId.ofPath(seen.path()) + "\n");
    }

    /** What vanishes while it is listed is not there; a disk that fails makes a listing without an end. */
    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
        boolean isDenied = failure instanceof AccessDeniedException;
        if (isDenied && !UnitScan.isPassedBy(path.getFileName().toString())) {
            closed = closed.or(() -> Optional.of(path));
        }
        if (isDenied || failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    private static boolean isTemporary(Path path) {
        return UnfinishedNames.includes(path.getFileName().toString());
    }
}

package dev.vigil.producer.release;

import dev.vigil.imaging.Digests;
import dev.vigil.producer.disk.Disk;
import dev.vigil.producer.disk.FileLook;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.known.Known;
import dev.vigil.producer.release.ReleaseOutcome.Kept;
import dev.vigil.producer.release.ReleaseOutcome.Released;
import dev.vigil.producer.release.ReleaseOutcome.WasGone;
import dev.vigil.schemas.events.FileToRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Deletes one file of the telescope's disk, if it is an ordinary file and to the last byte what was announced and archived.
 *
 * <p>It first takes the file's name away, so that a program which writes there from now on writes another file; looks once more; has it
 * told; and then deletes it. Killed between any two of these steps, it finds the file under its hidden name when it is asked again.
 */
final class Remover {
    private static final String HIDDEN = ".vigil-released-";
    private static final int ENOUGH_OF_A_DIGEST = 16;

    private final Path root;

    Remover(Path root) {
        this.root = root;
    }

    /** Tells of a file that is about to be deleted; if that fails, the file stays. */
    interface News {
        void tell() throws InterruptedException;
    }

    /** Looks at all that can be looked at, and deletes the file unless this is a dry run. */
    ReleaseOutcome remove(FileToRelease asked, Known known, boolean dryRun, News news) throws InterruptedException {
        String path = known.frame().path();
        Path file = root.resolve(path);
        Path hidden = hidden(file, asked);
        try {
            if (Files.exists(hidden, LinkOption.NOFOLLOW_LINKS)) {
                return leftOver(asked, hidden, dryRun, news);
            }
            Sighting now = FileLook.of(root, path);
            Optional<String> objection = objection(asked, known, file, now);
            if (objection.isPresent()) {
                return new Kept(objection.get());
            }
            return dryRun ? new Released(now.size()) : taken(file, hidden, now, news);
        } catch (NoSuchFileException | NotDirectoryException gone) {
            return gone(path);
        } catch (IOException refused) {
            return new Kept("it cannot be deleted: " + refused);
        }
    }

    /** The name follows from the file, so that it is found again. */
    static Path hidden(Path file, FileToRelease asked) {
        String name = file.getFileName().toString();
        return file.resolveSibling(HIDDEN + asked.source().value().substring(0, ENOUGH_OF_A_DIGEST) + "-"
                + Integer.toHexString(name.hashCode()));
    }

    private Optional<String> objection(FileToRelease asked, Known known, Path file, Sighting now) throws IOException {
        if (Files.isSymbolicLink(file) || now.kind() != Sighting.Kind.FILE) {
            return Optional.of("it is no ordinary file");
        }
        if (!isWhereItsPathSays(file)) {
            return Optional.of("its folder is a link to somewhere else");
        }
        if (!known.settles(now)) {
            return Optional.of("it has changed since it was announced");
        }
        if (!Digests.sha256(file).equals(asked.source().value())) {
            return Optional.of("its bytes are not those that were announced, though its size and time are the same:"
                    + " have the telescope's disk checked");
        }
        return FileLook.of(root, now.path()).isSameAs(now)
                ? Optional.empty()
                : Optional.of("it changed while it was read");
    }

    private boolean isWhereItsPathSays(Path file) throws IOException {
        Path folder = root.toRealPath().resolve(root.relativize(file.getParent()));
        return file.getParent().toRealPath().equals(folder);
    }

    private ReleaseOutcome taken(Path file, Path hidden, Sighting before, News news)
            throws IOException, InterruptedException {
        Files.move(file, hidden, StandardCopyOption.ATOMIC_MOVE);
        boolean isToldAndGone = false;
        try {
            if (!isSame(FileLook.of(root, root.relativize(hidden).toString()), before)) {
                return new Kept("it changed in the last moment");
            }
            news.tell();
            Files.delete(hidden);
            isToldAndGone = true;
            return new Released(before.size());
        } finally {
            if (!isToldAndGone) {
                putBack(file, hidden);
            }
        }
    }

    private static boolean isSame(Sighting now, Sighting before) {
        return now.kind() == before.kind()
                && now.size() == before.size()
                && now.modified().equals(before.modified())
                && now.key().equals(before.key());
    }

    /** A link is only made where nothing is: what was written there meanwhile stays, and so does the hidden file. */
    private static void putBack(Path file, Path hidden) throws IOException {
        try {
            Files.createLink(file, hidden);
            Files.delete(hidden);
        } catch (UnsupportedOperationException noLinks) {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(hidden, file);
            }
        }
    }

    /** It was about to be deleted when this process was killed. */
    private ReleaseOutcome leftOver(FileToRelease asked, Path hidden, boolean dryRun, News news)
            throws IOException, InterruptedException {
        Sighting left = FileLook.of(root, root.relativize(hidden).toString());
        boolean isIt = !Files.isSymbolicLink(hidden)
                && left.kind() == Sighting.Kind.FILE
                && left.size() == asked.size()
                && Digests.sha256(hidden).equals(asked.source().value());
        if (!isIt) {
            return new Kept(hidden + " is in the way, and is not what was archived: look what it is");
        }
        if (!dryRun) {
            news.tell();
            Files.delete(hidden);
        }
        return new Released(left.size());
    }

    /** Where the unit's folder is bare, its disk is away, which says nothing of its files. */
    private ReleaseOutcome gone(String path) {
        Path unit = root.resolve(path.substring(0, path.indexOf('/')));
        try {
            return Disk.REAL.names(unit).isEmpty() ? new Kept(unit + " is empty; mount its disk") : new WasGone();
        } catch (IOException away) {
            return new Kept("its disk cannot be asked: " + away);
        }
    }
}

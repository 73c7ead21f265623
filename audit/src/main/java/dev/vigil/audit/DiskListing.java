package dev.vigil.audit;

import dev.vigil.common.files.FrameNames;
import dev.vigil.common.files.Links;
import dev.vigil.common.files.UnfinishedNames;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Lists a unit's folder that this machine can reach, but for what is not finished, and gives up when its disk hangs. */
final class DiskListing {
    private final Path root;
    private final Path folder;
    private final Duration patience;
    private volatile long looked;

    DiskListing(Path root, String unit, Duration patience) {
        this.root = root;
        this.folder = root.resolve(unit);
        this.patience = patience;
    }

    /** The files by their paths below the root. */
    Map<String, SourceFile> files() throws IOException, InterruptedException {
        return PatientWait.of(folder.toString(), this::walked, () -> looked, patience);
    }

    private Map<String, SourceFile> walked() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder
                    + "; to do: mount the telescope's disk there, or verify where it is mounted");
        }
        Map<String, SourceFile> files = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                looked++;
                if (isUnfinished(path)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!path.equals(folder)
                        && FrameNames.includes(path.getFileName().toString())) {
                    found(path, attributes);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                looked++;
                if (!isUnfinished(path)) {
                    found(path, attributes);
                }
                return FileVisitResult.CONTINUE;
            }

            private void found(Path path, BasicFileAttributes attributes) throws IOException {
                SourceFile file = file(path, attributes);
                files.put(file.path(), file);
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException || isUnfinished(path) || isOfTheFileSystem(path)) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure instanceof AccessDeniedException
                        ? new IOException(
                                path + " may not be read, so nobody knows what is in there; to do: give whoever"
                                        + " verifies the right to")
                        : failure;
            }
        });
        return files;
    }

    /** As its producer sees it: what is no file, such as a folder that is named like a frame, has no bytes. */
    private SourceFile file(Path path, BasicFileAttributes attributes) throws IOException {
        BasicFileAttributes seen = Links.followed(root, path, attributes).orElse(attributes);
        return new SourceFile(
                root.relativize(path).toString(),
                seen.isRegularFile() ? seen.size() : 0,
                seen.lastModifiedTime().toInstant());
    }

    private static boolean isOfTheFileSystem(Path path) {
        return UnfinishedNames.isOfTheFileSystem(path.getFileName().toString());
    }

    private static boolean isUnfinished(Path path) {
        return UnfinishedNames.includes(path.getFileName().toString());
    }
}

package dev.vigil.common.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Symbolic links below an incoming folder. One counts as what it leads to, if that lies below the folder, too. */
public final class Links {
    private Links() {}

    /** What stands under a name, given what was seen of the name itself; empty where a link leads out of the folder, or nowhere. */
    public static Optional<BasicFileAttributes> followed(Path root, Path entry, BasicFileAttributes seen)
            throws IOException {
        if (!seen.isSymbolicLink()) {
            return Optional.of(seen);
        }
        try {
            return leadsInside(root, entry)
                    ? Optional.of(Files.readAttributes(entry, BasicFileAttributes.class))
                    : Optional.empty();
        } catch (NoSuchFileException leadsNowhereNow) {
            return Optional.empty();
        }
    }

    /** Whether a name, with all links followed, is still below the folder; a link that leads nowhere is not. */
    public static boolean leadsInside(Path root, Path entry) {
        try {
            return entry.toRealPath().startsWith(root.toRealPath());
        } catch (IOException leadsNowhere) {
            return false;
        }
    }
}

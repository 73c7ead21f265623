package dev.vigil.producer;

import dev.vigil.imaging.Packing;
import dev.vigil.imaging.TileCompression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packed copies of the files that are being fetched, so that a download that was cut goes on in the same bytes. A copy is
 * there only if unpacking it gives back the file byte for byte. The oldest make room for new ones.
 */
final class PackedCopies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PackedCopies.class);
    private static final int MOST = 32;

    private final Path folder;
    private final Map<Sighting, Copy> copies = new LinkedHashMap<>();

    /** A file that is packed once, by whoever comes first; the others wait for it. */
    private static final class Copy {
        private final Path target;
        private Packing packing;

        Copy(Path target) {
            this.target = target;
        }

        synchronized Optional<Path> of(Path file) throws IOException {
            if (packing == null) {
                packing = TileCompression.packProven(file, target);
                LOG.debug("{}: {}", file, packing);
            }
            return packing instanceof Packing.Packed ? Optional.of(target) : Optional.empty();
        }

        synchronized void remove() {
            try {
                Files.deleteIfExists(target);
            } catch (IOException e) {
                LOG.warn("a packed copy stays behind: {}", e.getMessage());
            }
        }
    }

    private PackedCopies(Path folder) {
        this.folder = folder;
    }

    /** Keeps them among the temporary files of this machine. */
    static PackedCopies open() throws IOException {
        return new PackedCopies(Files.createTempDirectory("vigil-packed-"));
    }

    /** The packed copy of a file as it stands; nothing if it cannot be packed without loss, or would not be smaller. */
    Optional<Path> of(Path file, Sighting now) throws IOException {
        return copy(now).of(file);
    }

    private synchronized Copy copy(Sighting now) throws IOException {
        Copy copy = copies.remove(now);
        if (copy == null) {
            makeRoom();
            copy = new Copy(Files.createTempDirectory(folder, "").resolve("packed.fits"));
        }
        copies.put(now, copy);
        return copy;
    }

    /** A copy that is being read keeps its bytes until its reader is done: the file system sees to that. */
    private void makeRoom() {
        while (copies.size() >= MOST) {
            Sighting oldest = copies.keySet().iterator().next();
            remove(copies.remove(oldest));
        }
    }

    private static void remove(Copy copy) {
        copy.remove();
        try {
            Files.deleteIfExists(copy.target.getParent());
        } catch (IOException e) {
            LOG.warn("the folder of a packed copy stays behind: {}", e.getMessage());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        copies.values().forEach(PackedCopies::remove);
        copies.clear();
        Files.deleteIfExists(folder);
    }
}

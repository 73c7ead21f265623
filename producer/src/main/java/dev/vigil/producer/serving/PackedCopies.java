package dev.vigil.producer.serving;

import dev.vigil.imaging.Digests;
import dev.vigil.producer.disk.Sighting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packed copies of the files that are being fetched, so that a download that was cut goes on in the same bytes. A copy of an exact form is
 * there only if unpacking it gives back the file byte for byte. The oldest make room for new ones.
 */
final class PackedCopies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PackedCopies.class);
    private static final int MOST = 32;
    private static final long MOST_BYTES = 4L << 30;

    private final Path folder;
    private final Map<Key, Copy> copies = new LinkedHashMap<>();

    private record Key(Sighting file, PackedForm form) {}

    /** A file that is packed once, by whoever comes first; the others wait for it. */
    private static final class Copy {
        private final Path target;
        private final PackedForm form;
        private Optional<Boolean> isThere = Optional.empty();
        private Optional<String> digest = Optional.empty();

        Copy(Path target, PackedForm form) {
            this.target = target;
            this.form = form;
        }

        synchronized Optional<Path> of(Path file) throws IOException {
            if (isThere.isEmpty()) {
                Files.deleteIfExists(target);
                isThere = Optional.of(form.pack(file, target));
                LOG.debug("{} {} packed as {}", file, isThere.get() ? "is" : "cannot be", form.word());
            }
            return isThere.get() ? Optional.of(target) : Optional.empty();
        }

        /** Of a copy that is there; nobody else knows what the bytes of a lossy form are. */
        synchronized String digest() throws IOException {
            if (digest.isEmpty()) {
                digest = Optional.of(Digests.sha256(target));
            }
            return digest.get();
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

    /** The packed copy of a file as it stands; nothing if it cannot be packed so, or would not be smaller. */
    Optional<Path> of(Path file, Sighting now, PackedForm form) throws IOException {
        return copy(new Key(now, form)).of(file);
    }

    /** SHA-256, in hexadecimal, of that copy. */
    String digest(Path file, Sighting now, PackedForm form) throws IOException {
        Copy copy = copy(new Key(now, form));
        copy.of(file);
        return copy.digest();
    }

    private synchronized Copy copy(Key key) throws IOException {
        Copy copy = copies.remove(key);
        if (copy == null) {
            makeRoom();
            copy = new Copy(Files.createTempDirectory(folder, "").resolve("packed"), key.form());
        }
        copies.put(key, copy);
        return copy;
    }

    /** A copy that is being read keeps its bytes until its reader is done: the file system sees to that. */
    private void makeRoom() {
        while (copies.size() >= MOST || !copies.isEmpty() && bytes() > MOST_BYTES) {
            Key oldest = copies.keySet().iterator().next();
            remove(copies.remove(oldest));
        }
    }

    private long bytes() {
        return copies.values().stream()
                .mapToLong(copy -> copy.target.toFile().length())
                .sum();
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

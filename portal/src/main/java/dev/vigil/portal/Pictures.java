package dev.vigil.portal;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.FilesystemArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands out pictures of the archive, and nothing else of it. The link names the digest, so a picture may be kept for ever. */
final class Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final Pattern LINK =
            Pattern.compile("/previews/([0-9a-f]{64})/(archive|working)/(.+\\.(?:png|svg))");
    private static final int LARGEST = 32 << 20;

    private final Map<String, Path> folders;

    Pictures(Path archiveFolder, Path workingFolder) {
        this.folders = Map.of("archive", archiveFolder, "working", workingFolder);
    }

    /** The picture at a path, if it is there and is what its digest says. */
    Optional<Answer> at(String path) {
        Matcher link = LINK.matcher(path);
        if (!link.matches()) {
            return Optional.empty();
        }
        try {
            return read(folders.get(link.group(2)), new ArchiveKey(link.group(3)))
                    .filter(bytes -> isPicture(bytes) && Fragment.digest(bytes).equals(link.group(1)))
                    .map(bytes -> new Answer(200, type(path), Answer.FOR_EVER, bytes));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("no picture at {}: {}", path, e.getMessage());
            return Optional.empty();
        }
    }

    /** The archive is opened each time: it may be mounted later than the portal starts, and goes away with its disk. */
    private static Optional<byte[]> read(Path folder, ArchiveKey key) throws IOException {
        Archive archive = FilesystemArchive.open(folder);
        if (archive.find(key).filter(stored -> stored.size() <= LARGEST).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream stream = archive.open(key)) {
            return Optional.of(stream.readAllBytes());
        }
    }

    private static String type(String path) {
        return path.endsWith(".svg") ? "image/svg+xml" : "image/png";
    }

    private static boolean isPicture(byte[] bytes) {
        return startsWith(bytes, "<svg ") || startsWith(bytes, "\u0089PNG");
    }

    private static boolean startsWith(byte[] bytes, String start) {
        byte[] wanted = start.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length > wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }
}

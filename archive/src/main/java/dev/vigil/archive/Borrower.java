package dev.vigil.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links and clones files. What a disk has refused once is not asked of it again: then files are copied, which is slower and nothing
 * else, so it is said once.
 */
final class Borrower {
    private static final Logger LOG = LoggerFactory.getLogger(Borrower.class);
    private static final long SECONDS_FOR_A_CLONE = 60;

    private final Set<FileStore> refused = ConcurrentHashMap.newKeySet();

    /** Makes the draft's file, and says whether it could. Where it could not, there is none. */
    boolean borrow(Path file, Path draft, Borrowing how) {
        try {
            FileStore disk = Files.getFileStore(file);
            return Files.isRegularFile(file)
                    && !refused.contains(disk)
                    && (made(file, draft, how) || refuse(disk, file, draft, how));
        } catch (IOException unreadable) {
            // Copying it tells what is wrong with it.
            LOG.debug("{} cannot be looked at: {}", file, unreadable.toString());
            return false;
        }
    }

    private boolean refuse(FileStore disk, Path file, Path draft, Borrowing how) throws IOException {
        Files.deleteIfExists(draft);
        if (Files.isReadable(file) && refused.add(disk)) {
            LOG.warn(
                    "{} cannot be {} into {}: files of its disk ({}) are copied from now on",
                    file,
                    how == Borrowing.LINK ? "linked" : "cloned",
                    draft.getParent(),
                    disk);
        }
        return false;
    }

    private static boolean made(Path file, Path draft, Borrowing how) {
        try {
            if (how == Borrowing.CLONE) {
                return isCloned(file, draft);
            }
            Files.createLink(draft, file.toRealPath());
            return true;
        } catch (IOException | UnsupportedOperationException impossible) {
            LOG.info("{} as {}: {}", file, draft, impossible.toString());
            return false;
        }
    }

    /** Java 17 cannot, and later ones do not tell whether they could; the program {@code cp} can, and tells. */
    private static boolean isCloned(Path file, Path draft) throws IOException {
        Process cp = new ProcessBuilder("cp", "--reflink=always", "--", file.toString(), draft.toString())
                .redirectErrorStream(true)
                .start();
        try {
            cp.getOutputStream().close();
            String said = new String(cp.getInputStream().readNBytes(1000), StandardCharsets.UTF_8).strip();
            boolean isMade = cp.waitFor(SECONDS_FOR_A_CLONE, TimeUnit.SECONDS) && cp.exitValue() == 0;
            if (!isMade) {
                LOG.info("cp --reflink=always: {}", said);
            }
            return isMade;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            cp.destroyForcibly();
        }
    }
}

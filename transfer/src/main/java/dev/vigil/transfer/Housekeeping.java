package dev.vigil.transfer;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.WorkingArea;
import dev.vigil.common.settings.PerUnit;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes, now and then, the drafts and temporary files of dead workers, and from the working area what is some days old: how many, each unit may
 * say.
 */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PACE = Duration.ofHours(1);
    private static final Duration DRAFTS_ARE_DEAD = Duration.ofDays(1);

    private final Archive archive;
    private final WorkingArea working;
    private final PerUnit<Duration> workingKept;
    private final Path temporary;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    Housekeeping(Archive archive, WorkingArea working, PerUnit<Duration> workingKept, Path temporary) {
        this.archive = archive;
        this.working = working;
        this.workingKept = workingKept;
        this.temporary = temporary;
    }

    static Housekeeping start(Archive archive, WorkingArea working, PerUnit<Duration> workingKept) {
        Housekeeping housekeeping =
                new Housekeeping(archive, working, workingKept, Path.of(System.getProperty("java.io.tmpdir")));
        housekeeping.thread.scheduleWithFixedDelay(
                () -> housekeeping.clean(Instant.now()), 0, PACE.toMinutes(), TimeUnit.MINUTES);
        return housekeeping;
    }

    void clean(Instant now) {
        Instant dead = now.minus(DRAFTS_ARE_DEAD);
        try {
            int drafts = archive.sweepDrafts(dead) + working.sweepDrafts(dead) + sweepTemporary(dead);
            int files = working.removePublishedBefore(key -> now.minus(workingKept.of(unit(key))));
            LOG.info("swept {} drafts of dead workers, and {} files of the working area", drafts, files);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("not swept: {}", e.getMessage());
        }
    }

    /** What is kept lies below a kind and a unit. */
    private static String unit(ArchiveKey key) {
        String[] parts = key.value().split("/", 3);
        return parts.length > 1 ? parts[1] : "";
    }

    private int sweepTemporary(Instant untouchedSince) throws IOException {
        int swept = 0;
        try (DirectoryStream<Path> ours = Files.newDirectoryStream(temporary, ScratchFile.PREFIX + "*")) {
            for (Path file : ours) {
                swept += removedIfDead(file, untouchedSince) ? 1 : 0;
            }
        }
        return swept;
    }

    private static boolean removedIfDead(Path file, Instant untouchedSince) throws IOException {
        try {
            return Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(untouchedSince)
                    && Files.deleteIfExists(file);
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

package dev.vigil.transfer;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.WorkingArea;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes, now and then, the drafts of dead workers, and from the working area what is some days old. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PACE = Duration.ofHours(1);
    private static final Duration DRAFTS_ARE_DEAD = Duration.ofDays(1);

    private final Archive archive;
    private final WorkingArea working;
    private final Duration workingKept;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    private Housekeeping(Archive archive, WorkingArea working, Duration workingKept) {
        this.archive = archive;
        this.working = working;
        this.workingKept = workingKept;
    }

    static Housekeeping start(Archive archive, WorkingArea working, Duration workingKept) {
        Housekeeping housekeeping = new Housekeeping(archive, working, workingKept);
        housekeeping.thread.scheduleWithFixedDelay(
                () -> housekeeping.clean(Instant.now()), 0, PACE.toMinutes(), TimeUnit.MINUTES);
        return housekeeping;
    }

    private void clean(Instant now) {
        try {
            int drafts = archive.sweepDrafts(now.minus(DRAFTS_ARE_DEAD));
            drafts += working.sweepDrafts(now.minus(DRAFTS_ARE_DEAD));
            int files = working.removePublishedBefore(now.minus(workingKept));
            LOG.info("swept {} drafts of dead workers, and {} files of the working area", drafts, files);
        } catch (ArchiveException e) {
            LOG.warn("not swept: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

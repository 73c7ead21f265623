package dev.vigil.auditor;

import dev.vigil.archive.ArchiveException;
import dev.vigil.audit.Audit;
import dev.vigil.audit.AuditSettings;
import dev.vigil.audit.Nights;
import dev.vigil.audit.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares all sides now and then, by names, sizes and rows. What cannot be reached is asked again in the next round. */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Audit audit;
    private final Findings findings;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "auditor-rounds"));

    private Rounds(Audit audit, Findings findings) {
        this.audit = audit;
        this.findings = findings;
    }

    static Rounds start(AuditSettings settings, Findings findings, Duration first, Duration every, Clock clock) {
        Rounds rounds = new Rounds(new Audit(settings, Nights.ALL, clock), findings);
        rounds.thread.scheduleWithFixedDelay(rounds::round, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return rounds;
    }

    private void round() {
        try {
            Report report = audit.compare(false, Audit.Listener.NONE);
            findings.round(report.differences());
            LOG.info(
                    "{} frames and {} files of the archive compared: {} differences",
                    report.frames(),
                    report.files(),
                    report.differences().size());
            if (report.unknown() > 0) {
                LOG.warn(
                        "{} records have schemas that this version does not know, and were not compared",
                        report.unknown());
            }
            report.silent().forEach((unit, why) -> LOG.warn("the disk of {} was not compared: {}", unit, why));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ArchiveException | RuntimeException e) {
            LOG.warn("not compared, and tried again in the next round: {}", e.toString());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

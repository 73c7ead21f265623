package dev.vigil.auditor;

import dev.vigil.archive.ArchiveException;
import dev.vigil.audit.Audit;
import dev.vigil.audit.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares all sides, by names, sizes and rows. */
record Rounds(Audit audit, Findings findings) {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    void round() throws ArchiveException, InterruptedException {
        Report report = audit.compare(false, Audit.Listener.NONE);
        findings.round(report.differences(), report.silent().keySet());
        LOG.info(
                "{} frames and {} files of the archive compared, differences: {}",
                report.frames(),
                report.files(),
                report.differences().size());
        if (report.unknown() > 0) {
            LOG.warn(
                    "{} records have schemas that this version does not know, and were not compared", report.unknown());
        }
        report.silent().forEach((unit, why) -> LOG.warn("the disk of {} {}", unit, why));
    }
}

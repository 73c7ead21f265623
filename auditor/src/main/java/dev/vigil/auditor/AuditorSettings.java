package dev.vigil.auditor;

import dev.vigil.audit.AuditSettings;
import dev.vigil.common.front.FrontSettings;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.common.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * All that the auditor is told.
 *
 * @param front where health and metrics are served
 * @param audit where the sides are
 * @param every how long it rests between two rounds
 * @param lookout how long it rests between two looks at what is still to be fetched
 * @param rate megabytes of the archive that it reads again in a second; 0 for none
 * @param state where it notes how far it has read
 * @param releases whether it asks for the release of what the archive has
 * @param releaseAfter of each unit, how long the archive must have had a file; zero: none is asked for
 */
public record AuditorSettings(
        FrontSettings front,
        AuditSettings audit,
        Duration every,
        Duration lookout,
        int rate,
        Path state,
        boolean releases,
        PerUnit<Duration> releaseAfter) {
    public AuditorSettings {
        Objects.requireNonNull(front, "front");
        Objects.requireNonNull(audit, "audit");
        Objects.requireNonNull(every, "every");
        Objects.requireNonNull(lookout, "lookout");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(releaseAfter, "releaseAfter");
    }

    /** Reads them; all that is wrong is said at once. */
    public static AuditorSettings from(Config config) {
        AuditSettings audit = AuditSettings.from(config);
        return config.read(in -> new AuditorSettings(
                FrontSettings.from(in, "auditor"),
                audit,
                in.get(Settings.AUDITOR_EVERY),
                in.get(Settings.AUDITOR_LOOKOUT),
                in.get(Settings.AUDITOR_RATE),
                in.get(Settings.STATE_FOLDER).resolve("auditor"),
                in.get(Settings.AUDITOR_RELEASE),
                PerUnit.ofMoved(in, Settings.PRODUCER_RELEASE_AFTER)));
    }
}

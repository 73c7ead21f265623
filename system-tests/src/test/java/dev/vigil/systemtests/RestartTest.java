package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.archive.Archive;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.archive.Stored;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.simulator.NightPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The all-in-one is killed in the middle of a night, again and again; the night ends as if nothing had been. */
class RestartTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void aNightThatIsKilledTwiceEndsAsAnUndisturbedOneByteForByte() throws Exception {
        NightPlan plan = NightPlan.of(Deployed.NIGHT).withFrames(5, 5, 5, 15).withSize(256);
        Map<String, String> undisturbed = run(plan, folder.resolve("undisturbed"));
        Map<String, String> killed = run(plan, folder.resolve("killed"), 8, 20);
        assertThat(killed).isEqualTo(undisturbed);
        assertThat(undisturbed).hasSizeGreaterThan(plan.frames() + 3);
    }

    /** Runs a night, killing whenever so many frames are settled, and returns the archive's files with their digests. */
    private Map<String, String> run(NightPlan plan, Path data, int... kills) throws Exception {
        Path log = folder.resolve(data.getFileName() + ".log");
        Deployed.simulate(plan, data.resolve("incoming"));
        for (int settled : kills) {
            ChildProcess child = ChildProcess.up(data, log);
            Deployed.until(
                    child.config(),
                    plan.unit(),
                    PATIENCE,
                    night -> night.count("seen") == plan.frames() && night.settled() >= settled);
            child.kill();
        }
        try (ChildProcess child = ChildProcess.up(data, log)) {
            Config config = child.config();
            try {
                Deployed.until(
                        config,
                        plan.unit(),
                        PATIENCE,
                        night -> night.complete() && night.count("recorded") == plan.frames());
            } catch (AssertionError stuck) {
                throw new AssertionError(stuck.getMessage() + Diagnosis.of(child, log), stuck);
            }
            Invariants.assertHold(config);
            return digests(FilesystemArchive.create(config.read(in -> in.get(Settings.ARCHIVE_FOLDER))));
        }
    }

    private static Map<String, String> digests(Archive archive) throws Exception {
        Map<String, String> digests = new TreeMap<>();
        for (Stored stored : archive.list("")) {
            digests.put(stored.key().value(), archive.digest(stored.key()));
        }
        return digests;
    }
}

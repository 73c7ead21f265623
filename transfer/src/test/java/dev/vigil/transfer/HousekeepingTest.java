package dev.vigil.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.common.settings.Settings;
import dev.vigil.testkit.InMemoryArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousekeepingTest {
    private static final PerUnit<Duration> KEPT = Config.of(
                    Map.of("working.kept", "30 d", "working.units.7DT05.kept", "7 d"))
            .read(in -> PerUnit.from(in, Settings.WORKING_KEPT));

    private final InMemoryArchive archive = new InMemoryArchive();
    private final InMemoryArchive working = new InMemoryArchive();

    @TempDir
    Path temporary;

    private void cleanAfter(Duration time) {
        try (Housekeeping housekeeping = new Housekeeping(archive, working, KEPT, temporary)) {
            housekeeping.clean(Instant.now().plus(time));
        }
    }

    private static ArchiveKey published(InMemoryArchive area, String unit) throws Exception {
        ArchiveKey key = ArchiveKey.of("raw", unit, "2026-11-19", "a.fits");
        Draft draft = area.draft(key, "worker");
        draft.write(7);
        area.publish(draft);
        return key;
    }

    @Test
    void eachUnitsFilesLieInTheWorkingAreaForAsLongAsItSays() throws Exception {
        ArchiveKey brief = published(working, "7DT05");
        ArchiveKey usual = published(working, "DECam");
        cleanAfter(Duration.ofDays(6));
        assertThat(working.find(brief)).isPresent();
        cleanAfter(Duration.ofDays(8));
        assertThat(working.find(brief)).isEmpty();
        assertThat(working.find(usual)).isPresent();
        cleanAfter(Duration.ofDays(31));
        assertThat(working.find(usual)).isEmpty();
    }

    @Test
    void nothingIsEverRemovedFromTheArchive() throws Exception {
        ArchiveKey key = published(archive, "7DT05");
        cleanAfter(Duration.ofDays(10_000));
        assertThat(archive.find(key)).isPresent();
    }

    @Test
    void temporaryFilesOfDeadTransfersGoAfterADayAndNobodyElses() throws Exception {
        Path dead = Files.createFile(temporary.resolve("vigil-transfer-77.packed"));
        Path alive = Files.createFile(temporary.resolve("vigil-transfer-78.ahead"));
        Path others = Files.createFile(temporary.resolve("another-77.packed"));
        FileTime before = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        Files.setLastModifiedTime(dead, before);
        Files.setLastModifiedTime(others, before);
        cleanAfter(Duration.ZERO);
        assertThat(temporary).isDirectoryNotContaining(dead::equals);
        assertThat(alive).exists();
        assertThat(others).exists();
    }
}

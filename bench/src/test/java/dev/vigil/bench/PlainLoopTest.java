package dev.vigil.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.imaging.Digests;
import dev.vigil.imaging.FitsFile;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainLoopTest {
    @TempDir
    private Path folder;

    @Test
    void thePlainLoopArchivesEveryFileAndReducesTheSky() throws Exception {
        StagedNight night = night();
        PlainLoop loop = new PlainLoop(folder.resolve("archive"), folder.resolve("products"));
        for (PlannedFrame frame : night.calibrations()) {
            assertThat(loop.carry(night.folder().resolve(frame.name())).sources())
                    .isEmpty();
        }
        Path science = night.folder().resolve(night.science().get(0).name());

        PlainRow row = loop.carry(science);

        assertThat(row.sources().orElseThrow()).isPositive();
        assertThat(row.digest()).isEqualTo(Digests.sha256(Path.of(row.archived())));
        String stem = row.file().replace(".fits", "");
        assertThat(FitsFile.read(folder.resolve("products").resolve(stem + ".fits"))
                        .named("SCI"))
                .isPresent();
        assertThat(folder.resolve("products").resolve(stem + ".preview.png")).isNotEmptyFile();
    }

    @Test
    void aStagedFrameComesInByBeingRenamed() throws Exception {
        StagedNight night = night();
        PlannedFrame frame = night.science().get(0);
        Delivery delivery = new Delivery(night, folder.resolve("incoming"));

        delivery.paced(java.util.List.of(frame), 1000);

        assertThat(night.folder().resolve(frame.name())).doesNotExist();
        assertThat(folder.resolve("incoming").resolve(night.idOf(frame))).exists();
        assertThat(delivery.closed()).containsOnlyKeys(night.idOf(frame));
    }

    private StagedNight night() throws Exception {
        NightPlan plan =
                NightPlan.of(LocalDate.of(2026, 11, 19)).withFrames(3, 3, 3, 1).withSize(128);
        StagedNight night = StagedNight.write(plan, folder.resolve("staging"), done -> {});
        assertThat(Files.list(night.folder())).hasSize(plan.frames());
        return night;
    }
}

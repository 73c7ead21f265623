package dev.vigil.calibrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.instruments.Profiles;
import dev.vigil.reduction.masters.MasterRows;
import dev.vigil.reduction.pixels.MasterPiece;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.simulator.FrameKind;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterCacheTest {
    private static final long ONE_MASTER = 120 * 128;

    @TempDir
    Path folder;

    private TestingNight night;
    private ChosenMaster bias;
    private ChosenMaster dark;

    @BeforeEach
    void buildMasters() throws Exception {
        night = new TestingNight(folder, TestingNight.plan(3, 3, 0, 0, 128));
        ReductionHandler handler =
                ReductionHandler.of(night.archive, night.working, Profiles.bundled(), "test", Clock.systemUTC());
        bias = TestingNight.chosen(
                (MasterBuilt) handler.handle(TestingNight.build(MasterKind.BIAS, night.frames(FrameKind.BIAS)))
                        .event());
        dark = TestingNight.chosen(
                (MasterBuilt) handler.handle(TestingNight.build(MasterKind.DARK, night.frames(FrameKind.DARK), bias))
                        .event());
    }

    private MasterCache cache(long mostPixels) {
        return new MasterCache(new Inputs(night.archive, night.working), new Memory(12 * mostPixels, 1));
    }

    private MasterRows pixels(MasterCache cache, ChosenMaster master) throws Exception {
        try (ReadCalibration reading = new ReadCalibration(cache)) {
            return cache.pixels(master.file(), "main", reading);
        }
    }

    private static float first(MasterRows rows) {
        MasterPiece room = MasterPiece.room(128);
        rows.read(0, 1, room);
        return room.science()[0];
    }

    @Test
    void aMasterIsReadOnce() throws Exception {
        MasterCache cache = cache(2 * ONE_MASTER);
        float before = first(pixels(cache, bias));
        pixels(cache, dark);
        Files.delete(night.archiveFolder.resolve(bias.file().key()));
        assertThat(first(pixels(cache, bias))).isEqualTo(before);
    }

    @Test
    void whatDoesNotFitBesideThoseInUseIsReadFromItsFileWheneverItIsNeeded() throws Exception {
        MasterCache cache = cache(ONE_MASTER);
        pixels(cache, bias);
        try (ReadCalibration reading = new ReadCalibration(cache)) {
            assertThat(first(cache.pixels(dark.file(), "main", reading))).isFinite();
        }
        MasterRows closed = pixels(cache, dark);
        assertThatThrownBy(() -> first(closed)).isInstanceOf(UncheckedIOException.class);
        assertThat(first(pixels(cache, bias))).isFinite();
    }

    @Test
    void aMasterThatIsNoLongerInUseMakesRoom() throws Exception {
        MasterCache cache = cache(ONE_MASTER);
        pixels(cache, bias);
        for (int i = 0; i <= 50; i++) {
            pixels(cache, dark);
        }
        Files.delete(night.archiveFolder.resolve(dark.file().key()));
        assertThat(first(pixels(cache, dark))).isFinite();
    }

    @Test
    void aMasterThatWasTouchedIsProvenAgain() throws Exception {
        MasterCache cache = cache(0);
        pixels(cache, bias);
        Path file = night.archiveFolder.resolve(bias.file().key());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2]++;
        Files.delete(file);
        Files.write(file, bytes);
        assertThatThrownBy(() -> pixels(cache, bias)).isInstanceOf(TroubleException.class);
    }
}

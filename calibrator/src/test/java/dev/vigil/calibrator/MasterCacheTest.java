package dev.vigil.calibrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.instruments.Profiles;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.simulator.FrameKind;
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
        return new MasterCache(new Inputs(night.archive, night.working), mostPixels);
    }

    @Test
    void aMasterIsReadOnce() throws Exception {
        MasterCache cache = cache(2 * ONE_MASTER);
        Object first = cache.image(bias, "main");
        cache.image(dark, "main");
        Files.delete(night.archiveFolder.resolve(bias.file().key()));
        assertThat(cache.image(bias, "main")).isSameAs(first);
    }

    @Test
    void whatDoesNotFitIsForgotten() throws Exception {
        MasterCache cache = cache(ONE_MASTER);
        cache.image(bias, "main");
        cache.image(dark, "main");
        Files.delete(night.archiveFolder.resolve(bias.file().key()));
        assertThatThrownBy(() -> cache.image(bias, "main")).isInstanceOf(TroubleException.class);
    }
}

package dev.vigil.bench.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.coordinates.PixelPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkyTruthTest {
    @TempDir
    Path folder;

    private SkyTruth truth(double corner) throws IOException {
        Files.writeString(folder.resolve("sci_00.json"), """
                {"crval": [310.0, 45.0], "crpix": [2048.5, 2048.5], "distortion_corner_px": %s,
                 "cd": [[-0.000277, 0.000005], [0.000005, 0.000277]]}""".formatted(corner));
        return SkyTruth.read(folder, 0);
    }

    @Test
    void coordinatesThatAreRightAreNotOff() throws IOException {
        assertThat(truth(0).rmsOf(truth(0).straight())).isLessThan(1e-9);
    }

    @Test
    void aCornerThatIsMovedSeesWhatLiesFurtherIn() throws IOException {
        SkyTruth bent = truth(4);
        double along = 4 / Math.sqrt(2);
        PixelPosition moved = new PixelPosition(4096.5 + along, 4096.5 + along);
        assertThat(bent.skyAt(moved).arcsecondsFrom(bent.straight().skyAt(new PixelPosition(4096.5, 4096.5))))
                .isLessThan(1e-6);
        assertThat(bent.rmsOf(bent.straight())).isCloseTo(1.3, within(0.6));
    }
}

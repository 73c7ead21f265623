package dev.vigil.reduction.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.reduction.Frames;
import dev.vigil.reduction.cosmicrays.CosmicRays;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlagCosmicRaysTest {
    private static final Size SIZE = new Size(64, 64);
    private static final FlagCosmicRays STEP = new FlagCosmicRays(CosmicRays.DEFAULT);

    private static DetectorImage sky(int... struck) {
        DetectorImage image =
                new DetectorImage(SIZE, Frames.noise(SIZE, 100, 11, 1), new float[64 * 64], new int[64 * 64]);
        for (int pixel : struck) {
            image.science()[pixel] += 1000;
        }
        for (int i = 0; i < 64 * 64; i++) {
            image.variance()[i] = Math.max(image.science()[i], 0) + 25;
        }
        return image;
    }

    @Test
    void struckPixelsAreMarkedAndKeepTheirValues() {
        DetectorImage image = sky(1000, 1001, 3000);
        float[] before = image.science().clone();
        Marks marks = STEP.mark(image);
        assertThat(marks.counts()).containsExactly(Map.entry(MaskBit.COSMIC_RAY, new Marks.Count(2, 3)));
        assertThat(image.mask()[1000]).isEqualTo(MaskBit.COSMIC_RAY.value());
        assertThat(image.mask()[3000]).isEqualTo(MaskBit.COSMIC_RAY.value());
        assertThat(image.mask()[2000]).isZero();
        assertThat(image.science()).isEqualTo(before);
    }

    @Test
    void whatWasKnownOfAPixelStaysKnown() {
        DetectorImage image = sky(1000, 1001);
        image.mask()[1001] = MaskBit.BAD.value();
        STEP.mark(image);
        assertThat(image.mask()[1001]).isEqualTo(MaskBit.of(MaskBit.BAD, MaskBit.COSMIC_RAY));
    }

    @Test
    void countsOfAllDetectorsAddUp() {
        Marks frame = Marks.sum(List.of(STEP.mark(sky(1000, 1001)), STEP.mark(sky(2000)), Marks.NONE));
        assertThat(frame.counts()).containsExactly(Map.entry(MaskBit.COSMIC_RAY, new Marks.Count(2, 3)));
    }
}

package dev.vigil.reduction.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.reduction.Frames;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A trail of known length is marked, a star that is only bright is not. */
class FlagBleedsTest {
    private static final Size SIZE = new Size(101, 200);
    private static final double NOISE = 10;
    private static final float FULL = 60_000;

    private static DetectorImage sky() {
        DetectorImage image =
                new DetectorImage(SIZE, Frames.noise(SIZE, 100, NOISE, 4), new float[20_200], new int[20_200]);
        Arrays.fill(image.variance(), (float) (NOISE * NOISE));
        return image;
    }

    private static void set(DetectorImage image, int x, int y, float value) {
        image.science()[y * 101 + x] = value;
        image.mask()[y * 101 + x] |= value >= FULL ? MaskBit.SATURATED.value() : 0;
    }

    private static void core(DetectorImage image, int radius) {
        for (int y = -radius; y <= radius; y++) {
            for (int x = -radius; x <= radius; x++) {
                if (x * x + y * y <= radius * radius) {
                    set(image, 50 + x, 100 + y, FULL);
                }
            }
        }
    }

    private static boolean isMarked(DetectorImage image, int x, int y) {
        return MaskBit.BLEED.isIn(image.mask()[y * 101 + x]);
    }

    @Test
    void chargeThatFlowsOutOfAStarIsMarkedToItsFadingEnds() {
        DetectorImage image = sky();
        core(image, 4);
        for (int y = 60; y <= 140; y++) {
            set(image, 50, y, FULL);
        }
        for (int y = 141; y <= 150; y++) {
            set(image, 50, y, 100 + 2000 - 180 * (y - 141));
        }
        Marks marks = new FlagBleeds().mark(image);
        assertThat(marks.counts().get(MaskBit.BLEED).groups()).isEqualTo(1);
        for (int y = 60; y <= 150; y++) {
            assertThat(isMarked(image, 50, y)).as("row " + y).isEqualTo(Math.abs(y - 100) > 9);
        }
        assertThat(isMarked(image, 50, 59)).isFalse();
        assertThat(isMarked(image, 50, 151)).isFalse();
        assertThat(isMarked(image, 49, 120)).isFalse();
        assertThat(marks.counts().get(MaskBit.BLEED).pixels()).isEqualTo(91 - 19);
    }

    @Test
    void aSaturatedStarThatKeepsItsChargeIsNoTrail() {
        DetectorImage image = sky();
        core(image, 12);
        Marks marks = new FlagBleeds().mark(image);
        assertThat(marks.counts().get(MaskBit.BLEED)).isEqualTo(new Marks.Count(0, 0));
        assertThat(image.mask()).doesNotContain(MaskBit.BLEED.value() | MaskBit.SATURATED.value());
    }

    @Test
    void aTrailMayReachTheEdges() {
        DetectorImage image = sky();
        for (int y = 0; y < 200; y++) {
            set(image, 0, y, FULL);
        }
        assertThat(new FlagBleeds().mark(image).counts().get(MaskBit.BLEED).groups())
                .isEqualTo(1);
        assertThat(isMarked(image, 0, 199)).isTrue();
    }
}

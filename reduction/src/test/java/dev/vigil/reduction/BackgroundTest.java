package dev.vigil.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BackgroundTest {
    private static Background of(Size size, float[] values) {
        return Background.of(new DetectorImage(size, values, new float[values.length], new int[values.length]), 64);
    }

    /** Sides that are no multiple of the box, one box only, and one row of boxes. */
    @Test
    void aPlaneIsItsOwnSky() {
        for (Size size : new Size[] {new Size(300, 200), new Size(50, 40), new Size(256, 70)}) {
            float[] values = new float[size.pixels()];
            boolean slopes = size.width() > 128;
            for (int i = 0; i < values.length; i++) {
                values[i] = 500 + (slopes ? 0.5f * (i % size.width()) : 0);
            }
            Background sky = of(size, values);
            float[] row = new float[size.width()];
            for (int y = 0; y < size.height(); y += 13) {
                sky.row(y, row);
                for (int x = 0; x < size.width(); x++) {
                    assertThat(row[x])
                            .as("%s at %d, %d", size, x, y)
                            .isCloseTo(values[y * size.width() + x], within(0.6f));
                }
            }
        }
    }

    @Test
    void theNoiseOfARowIsThatOfItsBoxes() {
        Size size = new Size(200, 128);
        float[] values = Frames.noise(size, 100, 5, 1);
        Background sky = of(size, values);
        float[] noise = new float[200];
        sky.noiseOfRow(127, noise);
        assertThat(noise[0]).isCloseTo(5f, within(0.6f));
        assertThat(noise[199]).isCloseTo(5f, within(0.6f));
    }

    @Test
    void aBoxThatAStarHasSpoiledIsTakenForItsNeighbours() {
        Size size = new Size(320, 320);
        float[] values = Frames.noise(size, 100, 5, 2);
        for (int y = 128; y < 192; y++) {
            for (int x = 128; x < 192; x++) {
                values[y * 320 + x] += 900;
            }
        }
        float[] row = new float[320];
        of(size, values).row(160, row);
        assertThat(row[160]).isCloseTo(100f, within(2f));
    }
}

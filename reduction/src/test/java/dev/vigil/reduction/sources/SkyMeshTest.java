package dev.vigil.reduction.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SkyMeshTest {
    private static SkyMesh of(int width, int height, float[] values) {
        return SkyMesh.of(SkyImage.of(width, height, values), 64);
    }

    /** Sides that are no multiple of the box, one box only, and one row of boxes. */
    @Test
    void aPlaneIsItsOwnSky() {
        for (int[] size : new int[][] {{300, 200}, {50, 40}, {256, 70}}) {
            float[] values = new float[size[0] * size[1]];
            float slope = size[0] > 128 ? 0.5f : 0;
            for (int i = 0; i < values.length; i++) {
                values[i] = 500 + slope * (i % size[0]);
            }
            SkyMesh sky = of(size[0], size[1], values);
            float[] row = new float[size[0]];
            sky.levelsOfRow(size[1] / 3, row);
            int middle = size[0] / 2;
            assertThat(row[middle]).isCloseTo(values[middle], within(0.6f));
        }
    }

    @Test
    void levelAndNoiseAreThoseOfTheEmptySky() {
        Field field = Field.empty(512, 512, 1);
        SkyMesh sky = field.measure().sky();
        assertThat(sky.level()).isCloseTo(200f, within(0.15f));
        assertThat(sky.noise()).isCloseTo(10f, within(0.1f));
    }

    @Test
    void starsHardlyRaiseTheSky() {
        Field field = Field.grid(512, 32, 5_000, Field.star(3), 2);
        assertThat(field.measure().sky().level()).isCloseTo(200f, within(1.5f));
    }

    /** A camera with little noise writes a handful of different numbers. */
    @Test
    void wholeNumbersDoNotMisleadTheMode() {
        Random random = new Random(3);
        float[] values = new float[256 * 256];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(100.3 + 0.8 * random.nextGaussian());
        }
        SkyMesh sky = of(256, 256, values);
        assertThat(sky.level()).isCloseTo(100.3f, within(0.1f));
        assertThat(sky.noise()).isCloseTo((float) Math.hypot(0.8, Math.sqrt(1.0 / 12)), within(0.05f));
    }

    @Test
    void aBoxThatAStarHasSpoiledIsTakenForItsNeighbours() {
        Field field = Field.empty(320, 320, 4);
        for (int y = 128; y < 192; y++) {
            for (int x = 128; x < 192; x++) {
                field.values[y * 320 + x] += 900;
            }
        }
        float[] row = new float[320];
        SkyMesh.of(field.image(), 64).levelsOfRow(160, row);
        assertThat(row[160]).isCloseTo(200f, within(2f));
    }

    @Test
    void boxesWithoutAnyUsablePixelAreFilledFromTheirNeighbours() {
        Field field = Field.empty(320, 320, 5).mask(64, 64, 128, 128, 1);
        Arrays.fill(field.values, 0, 320 * 60, Float.NaN);
        float[] row = new float[320];
        SkyMesh.of(field.image(), 64).levelsOfRow(100, row);
        assertThat(row[100]).isCloseTo(200f, within(1f));
    }

    @Test
    void whereNothingIsKnownTheSkyIsEmpty() {
        float[] values = new float[100 * 100];
        Arrays.fill(values, Float.NaN);
        assertThat(of(100, 100, values).isEmpty()).isTrue();
        assertThat(SkyMesh.of(Field.empty(100, 100, 6).mask(0, 0, 100, 100, 1).image(), 64)
                        .isEmpty())
                .isTrue();
    }
}

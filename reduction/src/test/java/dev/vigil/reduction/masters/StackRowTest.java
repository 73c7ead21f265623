package dev.vigil.reduction.masters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.Frames;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.statistics.SigmaClip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StackRowTest {
    private static final SigmaClip CLIP = new SigmaClip(3.5, 0.5);

    private static StackRow combined(float[][] frames) {
        StackRow row = new StackRow(CLIP, frames[0].length, frames.length);
        row.combine(frames, 0);
        return row;
    }

    /** The rule as one would write it down, without a thought for speed. */
    private static double naiveMean(float[][] frames, int pixel) {
        double typical = Math.max(CLIP.leastScatter(), naiveTypical(frames));
        List<Double> values = column(frames, pixel);
        double median = median(values);
        double own = 1.482602218505602
                * median(values.stream().map(value -> Math.abs(value - median)).toList());
        return values.stream()
                .filter(value -> Math.abs(value - median) <= CLIP.kappa() * Math.max(typical, own))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private static double naiveTypical(float[][] frames) {
        List<Double> scatters = new ArrayList<>();
        double degrees = frames.length - 1;
        for (int pixel = 0; pixel < frames[0].length; pixel++) {
            List<Double> values = column(frames, pixel);
            double mean =
                    values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            double squares = values.stream()
                    .mapToDouble(value -> Math.pow(value - mean, 2))
                    .sum();
            scatters.add(Math.sqrt(squares / degrees));
        }
        return median(scatters) / Math.sqrt(Math.pow(1 - 2 / (9 * degrees), 3));
    }

    private static List<Double> column(float[][] frames, int pixel) {
        return Arrays.stream(frames).map(frame -> (double) frame[pixel]).toList();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int count = sorted.size();
        return (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    }

    @Property(tries = 60)
    void theFastWayAndTheNaiveWayAgree(
            @ForAll @IntRange(min = 3, max = 70) int frames,
            @ForAll @IntRange(min = 8, max = 60) int width,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[][] values = new float[frames][width];
        for (float[] frame : values) {
            for (int x = 0; x < width; x++) {
                frame[x] = (float) (500 + 4 * random.nextGaussian() + (random.nextInt(40) == 0 ? 900 : 0));
            }
        }
        StackRow row = combined(values);
        for (int x = 0; x < width; x++) {
            assertThat((double) row.mean[x]).isCloseTo(naiveMean(values, x), within(0.01));
        }
    }

    @Test
    void aCosmicRayInOneOfFiveReadingsIsClipped() {
        float[][] frames = {{10, 10, 11}, {11, 10, 10}, {9, 5000, 10}, {10, 11, 9}, {10, 9, 10}};
        StackRow row = combined(frames);
        assertThat(row.mean).containsExactly(10, 10, 10);
        assertThat(row.count).containsExactly(5, 4, 5);
        assertThat(row.clipped()).isEqualTo(1);
    }

    @Test
    void aMaskedReadingCountsForNothing() {
        float[][] frames = {{10, Float.NaN}, {10, 20}, {10, 22}};
        StackRow row = combined(frames);
        assertThat(row.mean).containsExactly(10, 21);
        assertThat(row.count).containsExactly(3, 2);
    }

    @Test
    void aPixelWithoutAnyReadingIsFilledAndCountsNone() {
        float[][] frames = {{10, Float.NaN, 12}, {10, Float.NaN, 12}};
        StackRow row = combined(frames);
        assertThat(row.mean).containsExactly(10, 11, 12);
        assertThat(row.count).containsExactly(2, 0, 2);
    }

    @Test
    void theUncertaintyOfAMeanIsTheScatterOverTheRootOfTheReadings() {
        int frames = 10;
        float[][] values = new float[frames][];
        for (int i = 0; i < frames; i++) {
            values[i] = Frames.noise(new Size(4000, 1), 100, 6, i);
        }
        StackRow row = combined(values);
        double predicted = Math.sqrt(Frames.mean(row.variance));
        assertThat(predicted).isCloseTo(6 / Math.sqrt(frames), within(0.05));
        assertThat(Frames.deviation(row.mean)).isCloseTo(predicted, within(0.05 * predicted));
    }
}

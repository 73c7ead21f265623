package dev.vigil.reduction.masters;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.statistics.Robust;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one detector of a master looks like from afar.
 *
 * @param medians of its regions, of those that have a pixel without a mark
 */
public record DetectorLook(int pixels, double badPixels, List<Double> medians) {
    private static final int REGIONS = 16;
    private static final int SAMPLES = 24;

    public DetectorLook {
        medians = List.copyOf(medians);
    }

    static DetectorLook of(DetectorImage image) {
        int pixels = image.mask().length;
        return new DetectorLook(pixels, image.fractionWith(MaskBit.BAD.value()) * pixels, medians(image));
    }

    private static List<Double> medians(DetectorImage image) {
        List<Double> medians = new ArrayList<>();
        for (int row = 0; row < REGIONS; row++) {
            for (int column = 0; column < REGIONS; column++) {
                float[] sample = sample(image, column, row);
                if (sample.length > 0) {
                    medians.add((double) Robust.median(sample, sample.length));
                }
            }
        }
        return medians;
    }

    /** Some pixels of a region, those without a mark. */
    private static float[] sample(DetectorImage image, int column, int row) {
        Size size = image.size();
        float[] sample = new float[SAMPLES * SAMPLES];
        int count = 0;
        for (int y : places(row, size.height())) {
            for (int x : places(column, size.width())) {
                int at = y * size.width() + x;
                if (image.mask()[at] == 0) {
                    sample[count++] = image.science()[at];
                }
            }
        }
        return Arrays.copyOf(sample, count);
    }

    /** So many places in one of the parts of a length, or all where it has no more. */
    private static int[] places(int part, int length) {
        int from = part * length / REGIONS;
        int to = (part + 1) * length / REGIONS;
        int many = Math.min(SAMPLES, to - from);
        return IntStream.range(0, many).map(i -> from + i * (to - from) / many).toArray();
    }
}

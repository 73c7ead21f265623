package dev.vigil.reduction.masters;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.statistics.Robust;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a master looks like from afar.
 *
 * @param badShare the share of its pixels that are masked bad
 * @param structure by how much its regions differ: the middle nine tenths of their medians, in the master's unit
 */
public record MasterLook(double badShare, double structure) {
    private static final int REGIONS = 16;
    private static final int SAMPLES = 24;
    private static final double LEFT_ASIDE = 0.05;

    /** Of all its detectors together: a region of one may differ from that of another. */
    public static MasterLook of(BuiltMaster master) {
        List<Double> medians = new ArrayList<>();
        double bad = 0;
        long pixels = 0;
        for (MasterDetector detector : master.detectors()) {
            DetectorImage image = detector.image();
            addMedians(medians, image);
            bad += image.fractionWith(MaskBit.BAD.value()) * image.mask().length;
            pixels += image.mask().length;
        }
        return new MasterLook(bad / pixels, span(medians));
    }

    private static void addMedians(List<Double> medians, DetectorImage image) {
        for (int row = 0; row < REGIONS; row++) {
            for (int column = 0; column < REGIONS; column++) {
                float[] sample = sample(image, column, row);
                if (sample.length > 0) {
                    medians.add((double) Robust.median(sample, sample.length));
                }
            }
        }
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

    private static double span(List<Double> medians) {
        if (medians.isEmpty()) {
            return 0;
        }
        Collections.sort(medians);
        int last = medians.size() - 1;
        int aside = (int) Math.round(LEFT_ASIDE * last);
        return medians.get(last - aside) - medians.get(aside);
    }

    /** As cards of the master's primary header. */
    public Header cards() {
        return Header.builder()
                .put("BADSHARE", badShare, "share of pixels that are bad")
                .put("STRUCTUR", structure, "by how much its regions differ")
                .build();
    }
}

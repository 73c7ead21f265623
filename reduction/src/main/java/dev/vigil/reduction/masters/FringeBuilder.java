package dev.vigil.reduction.masters;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.Outcome;
import dev.vigil.reduction.statistics.SigmaClip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a fringe frame of reduced frames of one filter that looked at different fields: what their skies have in common, as
 * a share of the sky. Only some rows of each frame are in memory at once, but for one whole frame while its sky is measured.
 */
public final class FringeBuilder {
    private static final int VALUES_IN_MEMORY = 8 * 1024 * 1024;
    /** Electrons: fringes of a fainter sky are lost in the noise of reading. */
    private static final double FAINTEST_SKY = 50;

    private final String detector;
    private final List<FringeFrame> frames;
    private final Size size;
    private final StackRow row;
    private final DetectorImage image;
    private final int[] count;

    private FringeBuilder(String detector, Size size, List<FringeFrame> frames, MasterRules rules) {
        this.detector = detector;
        this.frames = frames;
        this.size = size;
        this.row = new StackRow(new SigmaClip(rules.kappa(), 0), size.width(), frames.size());
        this.image = DetectorImage.empty(size);
        this.count = new int[size.pixels()];
    }

    /** A detector of a fringe frame, with the frames that went in and those that did not. */
    public record Built(MasterDetector detector, List<String> frames, Map<String, String> leftOut) {}

    /** Makes one detector of a fringe frame. */
    public static Outcome<Built> build(String detector, List<FringeInput> inputs, MasterRules rules) {
        List<FringeInput> sorted = inputs.stream()
                .sorted(Comparator.comparing(FringeInput::frameId))
                .toList();
        for (FringeInput input : sorted) {
            if (!input.light().size().equals(sorted.get(0).light().size())) {
                return Outcome.failed(otherSize(input, sorted.get(0)));
            }
        }
        Map<String, String> leftOut = new TreeMap<>();
        List<FringeFrame> good = new ArrayList<>();
        for (FringeInput input : sorted) {
            FringeFrame frame = FringeFrame.of(input);
            if (frame.level() >= FAINTEST_SKY) {
                good.add(frame);
            } else {
                leftOut.put(frame.frameId(), "its sky of " + frame.level() + " electrons is below " + FAINTEST_SKY);
            }
        }
        return good.size() < Math.max(1, rules.fewestFrames())
                ? Outcome.failed(tooFew(detector, good.size(), inputs.size(), rules.fewestFrames()))
                : Outcome.done(new FringeBuilder(detector, sorted.get(0).light().size(), good, rules).build(leftOut));
    }

    private static Failure otherSize(FringeInput input, FringeInput first) {
        return new Failure(
                Failure.Kind.INPUTS_DISAGREE,
                "The frame " + input.frameId() + " is " + input.light().size() + " pixels and " + first.frameId()
                        + " is " + first.light().size(),
                "Give frames of one window and binning");
    }

    private static Failure tooFew(String detector, int good, int given, int fewest) {
        return new Failure(
                Failure.Kind.TOO_FEW_INPUTS,
                "Only " + good + " of the " + given + " frames of detector " + detector
                        + " have enough sky to show fringes, and " + fewest + " are needed",
                "Give more frames of that filter, of different fields, with at least " + FAINTEST_SKY
                        + " electrons of sky");
    }

    private Built build(Map<String, String> leftOut) {
        int rowsAtOnce = Math.max(1, Math.min(size.height(), VALUES_IN_MEMORY / frames.size() / size.width()));
        float[][] shares = new float[frames.size()][rowsAtOnce * size.width()];
        for (int first = 0; first < size.height(); first += rowsAtOnce) {
            int rows = Math.min(rowsAtOnce, size.height() - first);
            for (int i = 0; i < shares.length; i++) {
                frames.get(i).shares(first, rows, shares[i]);
            }
            combine(shares, first, rows);
        }
        double clipped = (double) row.clipped() / frames.size() / count.length;
        return new Built(
                new MasterDetector(detector, image, count, MasterQuality.of(image, clipped)),
                frames.stream().map(FringeFrame::frameId).toList(),
                leftOut);
    }

    private void combine(float[][] shares, int firstRow, int rows) {
        int width = size.width();
        for (int y = 0; y < rows; y++) {
            row.combine(shares, y * width);
            int to = (firstRow + y) * width;
            System.arraycopy(row.mean, 0, image.science(), to, width);
            System.arraycopy(row.variance, 0, image.variance(), to, width);
            System.arraycopy(row.count, 0, count, to, width);
            for (int x = 0; x < width; x++) {
                image.mask()[to + x] = row.count[x] == 0 ? MaskBit.BAD.value() : 0;
            }
        }
    }
}

package dev.vigil.reduction.masters;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.Outcome;
import dev.vigil.reduction.recipes.PixelChain;
import dev.vigil.reduction.recipes.RowBlock;
import dev.vigil.reduction.statistics.SigmaClip;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Combines frames pixel by pixel. Only as many rows of each frame are in memory as fit a fixed budget, so that a stack
 * of a hundred frames needs no more than one of five.
 */
final class Stack {
    /** 32 MB of single-precision values for all frames together. */
    private static final int VALUES_IN_MEMORY = 8 * 1024 * 1024;

    private static final int REJECTED = MaskBit.UNUSABLE | MaskBit.NON_LINEAR.value();

    private final List<StackInput> inputs;
    private final List<PixelChain> chains;
    private final SigmaClip clip;
    private final Size raw;
    private final Stacked result;
    private final StackRow row;
    private final float[][] values;
    private final double[] given;
    private final int rowsAtOnce;
    private final RowBlock block;

    private Stack(List<StackInput> inputs, SigmaClip clip) {
        this.inputs = inputs;
        this.chains =
                inputs.stream().map(input -> input.recipe().on(input.raw())).toList();
        this.clip = clip;
        this.raw = inputs.get(0).raw().size();
        Size size = inputs.get(0).recipe().sizeAfter(raw);
        this.rowsAtOnce = Math.max(1, Math.min(raw.height(), VALUES_IN_MEMORY / inputs.size() / raw.width()));
        this.values = new float[inputs.size()][size.width() * rowsAtOnce];
        this.given = new double[size.width() * rowsAtOnce];
        this.block = RowBlock.inCache(raw);
        this.row = new StackRow(clip, size.width(), inputs.size());
        this.result = Stacked.empty(size);
    }

    /** The clipped mean of all inputs, of which there is at least one. */
    static Outcome<Stacked> combine(List<StackInput> inputs, SigmaClip clip) {
        List<StackInput> sorted = inputs.stream()
                .sorted(Comparator.comparing(StackInput::frameId))
                .toList();
        return objection(sorted)
                .<Outcome<Stacked>>map(Outcome::failed)
                .orElseGet(() -> Outcome.done(new Stack(sorted, clip).combine()));
    }

    private static Optional<Failure> objection(List<StackInput> inputs) {
        Size first = inputs.get(0).raw().size();
        return inputs.stream()
                .map(input -> input.raw().size().equals(first)
                        ? input.recipe().objection(first)
                        : Optional.of(otherSize(input, inputs.get(0))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Failure otherSize(StackInput input, StackInput first) {
        return new Failure(
                Failure.Kind.INPUTS_DISAGREE,
                "The frame " + input.frameId() + " is " + input.raw().size() + " pixels and " + first.frameId() + " is "
                        + first.raw().size(),
                "Frames of one set must agree in window and binning: exclude the one that does not belong");
    }

    private Stacked combine() {
        int done = 0;
        for (int first = 0; first < raw.height(); first += rowsAtOnce) {
            Arrays.fill(given, 0);
            int kept = 0;
            for (int i = 0; i < inputs.size(); i++) {
                kept = take(i, first, Math.min(rowsAtOnce, raw.height() - first));
            }
            combine(done, kept);
            done += kept;
        }
        return result.withClippedFraction((double) row.clipped() / inputs.size() / result.count().length);
    }

    /** Takes some rows of a frame through its recipe, a few at a time so that they stay in cache; says how many are left of them. */
    private int take(int input, int first, int rows) {
        int taken = 0;
        for (int at = first; at < first + rows; at += block.mostRows()) {
            chains.get(input).run(block, at, Math.min(block.mostRows(), first + rows - at));
            take(values[input], taken, inputs.get(input).scale());
            taken += block.size();
        }
        return taken / result.image().size().width();
    }

    /** Scaled values, with masked ones as not a number; what variance the frames share comes from the masters. */
    private void take(float[] into, int from, double scale) {
        float[] science = block.science();
        float[] variance = block.variance();
        int[] mask = block.mask();
        double share = scale * scale / inputs.size();
        for (int i = 0; i < block.size(); i++) {
            float value = (float) (science[i] * scale);
            into[from + i] = (mask[i] & REJECTED) == 0 && Math.abs(value) <= Float.MAX_VALUE ? value : Float.NaN;
            given[from + i] += variance[i] * share;
        }
    }

    private void combine(int firstRow, int rows) {
        int width = result.image().size().width();
        for (int y = 0; y < rows; y++) {
            row.combine(values, y * width);
            int to = (firstRow + y) * width;
            System.arraycopy(row.mean, 0, result.image().science(), to, width);
            System.arraycopy(row.count, 0, result.count(), to, width);
            for (int x = 0; x < width; x++) {
                result.image().variance()[to + x] = (float) (row.variance[x] + given[y * width + x]);
                result.image().mask()[to + x] = row.count[x] == 0 ? MaskBit.BAD.value() : 0;
            }
        }
    }

    @Override
    public String toString() {
        return inputs.size() + " frames of " + raw + ", " + clip;
    }
}

package dev.vigil.reduction;

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

    private static final int REJECTED = MaskBit.UNUSABLE;

    private final List<StackInput> inputs;
    private final SigmaClip clip;
    private final Size raw;
    private final Stacked result;
    private final StackRow row;
    private final float[][] values;
    private final double[] given;
    private final int rowsAtOnce;

    private Stack(List<StackInput> inputs, SigmaClip clip) {
        this.inputs = inputs;
        this.clip = clip;
        this.raw = inputs.get(0).raw().size();
        Size size = inputs.get(0).recipe().sizeAfter(raw);
        this.rowsAtOnce = Math.max(1, Math.min(raw.height(), VALUES_IN_MEMORY / inputs.size() / raw.width()));
        this.values = new float[inputs.size()][size.width() * rowsAtOnce];
        this.given = new double[size.width() * rowsAtOnce];
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
        RowBlock block = new RowBlock(raw.width(), rowsAtOnce);
        for (int first = 0; first < raw.height(); first += rowsAtOnce) {
            Arrays.fill(given, 0);
            int rows = Math.min(rowsAtOnce, raw.height() - first);
            for (int i = 0; i < inputs.size(); i++) {
                inputs.get(i).recipe().run(block, inputs.get(i).raw(), first, rows);
                take(block, values[i], inputs.get(i).scale());
            }
            combine(block);
        }
        return result.withClippedFraction((double) row.clipped() / inputs.size() / result.count().length);
    }

    /** Scaled values, with masked ones as not a number; what variance the frames share comes from the masters. */
    private void take(RowBlock block, float[] into, double scale) {
        for (int i = 0; i < block.size(); i++) {
            boolean good = (block.mask()[i] & REJECTED) == 0 && Float.isFinite(block.science()[i]);
            into[i] = good ? (float) (block.science()[i] * scale) : Float.NaN;
            given[i] += block.variance()[i] * scale * scale / inputs.size();
        }
    }

    private void combine(RowBlock block) {
        int width = block.width();
        for (int y = 0; y < block.rows(); y++) {
            row.combine(values, y * width);
            int to = block.offset() + y * width;
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

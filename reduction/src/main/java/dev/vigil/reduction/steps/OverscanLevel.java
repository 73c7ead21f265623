package dev.vigil.reduction.steps;

import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Overscan;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.statistics.Robust;
import java.util.Arrays;
import java.util.Optional;

/** The level that an amplifier's overscan tells for each row of one image; zero where the amplifier has none. */
final class OverscanLevel {
    private static final double KAPPA = 3;

    private final Overscan method;
    private final Optional<Section> bias;
    private final float[] work;
    private final float[] known;

    private OverscanLevel(Overscan method, Optional<Section> bias, float[] known) {
        this.method = method;
        this.bias = bias;
        this.work = new float[bias.map(Section::width).orElse(0)];
        this.known = known;
    }

    /** The levels of an amplifier in these pixels. Where they follow from all rows, all are read now. */
    static OverscanLevel of(Overscan method, Amplifier amplifier, RawRows raw) {
        Optional<Section> bias = amplifier.biasSection().filter(section -> method != Overscan.NONE);
        return new OverscanLevel(
                method,
                bias,
                method.isByRow()
                        ? new float[0]
                        : bias.map(section -> smooth(method, section, raw)).orElse(new float[0]));
    }

    private static float[] smooth(Overscan method, Section bias, RawRows raw) {
        float[] levels = rowMeans(bias, raw);
        return method == Overscan.FIT
                ? RowPolynomial.through(levels)
                : allThe(Robust.finiteMedian(levels, 0, levels.length, new float[levels.length]), levels.length);
    }

    private static float[] allThe(float level, int rows) {
        float[] levels = new float[rows];
        Arrays.fill(levels, level);
        return levels;
    }

    private static float[] rowMeans(Section bias, RawRows raw) {
        float[] levels = new float[bias.height()];
        float[] row = new float[raw.size().width()];
        float[] work = new float[bias.width()];
        for (int y = 0; y < levels.length; y++) {
            raw.read(bias.y() + y, 1, row);
            levels[y] = Robust.clippedMean(row, bias.x(), bias.endX(), KAPPA, work);
        }
        return levels;
    }

    /** The level of a row whose pixels begin there. */
    float at(float[] pixels, int rowStart, int row) {
        return bias.map(section -> method.isByRow() ? of(section, pixels, rowStart) : known[row - section.y()])
                .orElse(0f);
    }

    private float of(Section section, float[] pixels, int rowStart) {
        int from = rowStart + section.x();
        int to = rowStart + section.endX();
        return method == Overscan.ROW_MEDIAN
                ? Robust.finiteMedian(pixels, from, to, work)
                : Robust.clippedMean(pixels, from, to, KAPPA, work);
    }
}

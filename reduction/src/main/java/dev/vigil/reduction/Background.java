package dev.vigil.reduction;

import java.util.Arrays;

/** The sky of an image: a coarse mesh of clipped medians without spoiled boxes, and straight lines between them. */
final class Background {
    /** Pixels that say nothing about the sky. */
    static final int UNUSABLE = MaskBit.of(MaskBit.BAD, MaskBit.SATURATED, MaskBit.NO_DATA, MaskBit.UNILLUMINATED);

    /** So many pixels of a box give its level to a twentieth of the noise; every third of 64 along both axes. */
    private static final int SAMPLE = 450;

    private static final int FEWEST = 16;
    private static final int CLIPS = 3;
    private static final double KAPPA = 3;

    private final BoxAxis columns;
    private final BoxAxis rows;
    private final float[] levels;
    private final float[] noises;
    private final float[] line;

    private Background(BoxAxis columns, BoxAxis rows) {
        this.columns = columns;
        this.rows = rows;
        this.levels = new float[columns.boxes() * rows.boxes()];
        this.noises = new float[levels.length];
        this.line = new float[columns.boxes()];
    }

    static Background of(DetectorImage image, int box) {
        Background background = new Background(
                BoxAxis.of(image.size().width(), box), BoxAxis.of(image.size().height(), box));
        float[] work = new float[4 * SAMPLE];
        for (int i = 0; i < background.levels.length; i++) {
            background.clip(i, work, sample(image, background.box(i), work));
        }
        background.fillHoles();
        background.smooth();
        return background;
    }

    /** Nothing could be measured anywhere. */
    boolean isEmpty() {
        return Float.isNaN(levels[0]);
    }

    float level() {
        return Robust.median(levels);
    }

    float noise() {
        return Robust.median(noises);
    }

    /** Writes the noise of one row of the image: that of the boxes that it crosses. */
    void noiseOfRow(int y, float[] into) {
        int row = rows.holding(y) * columns.boxes();
        for (int column = 0; column < columns.boxes(); column++) {
            Arrays.fill(into, columns.start(column), columns.start(column + 1), noises[row + column]);
        }
    }

    /** Writes the sky of one row of the image. */
    void row(int y, float[] into) {
        int below = rows.before(y);
        int above = rows.behind(below);
        float up = (float) rows.share(y, below);
        for (int column = 0; column < line.length; column++) {
            line[column] = mix(levels[below * line.length + column], levels[above * line.length + column], up);
        }
        for (int left = 0; left < columns.lines(); left++) {
            along(left, into);
        }
    }

    /** Draws the line from the middle of one box to that of the next; the outermost lines go on to the edge. */
    private void along(int left, float[] into) {
        int right = columns.behind(left);
        int start = columns.startOfLine(left);
        float step = (float) ((line[right] - line[left]) / columns.length());
        float value = mix(line[left], line[right], (float) columns.share(start, left));
        for (int x = start; x < columns.startOfLine(left + 1); x++) {
            into[x] = value + (x - start) * step;
        }
    }

    private static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }

    private Section box(int index) {
        int left = columns.start(index % columns.boxes());
        int bottom = rows.start(index / columns.boxes());
        int right = columns.start(index % columns.boxes() + 1);
        int top = rows.start(index / columns.boxes() + 1);
        return new Section(left, bottom, right - left, top - bottom);
    }

    private static int sample(DetectorImage image, Section section, float[] work) {
        int step = Math.max(1, (int) Math.sqrt((double) section.width() * section.height() / SAMPLE));
        int count = 0;
        for (int y = section.y() + step / 2; y < section.endY(); y += step) {
            for (int x = section.x() + step / 2; x < section.endX() && count < work.length; x += step) {
                int i = y * image.size().width() + x;
                if ((image.mask()[i] & UNUSABLE) == 0 && Float.isFinite(image.science()[i])) {
                    work[count++] = image.science()[i];
                }
            }
        }
        return count;
    }

    private void clip(int index, float[] work, int count) {
        if (count < FEWEST) {
            levels[index] = Float.NaN;
            noises[index] = Float.NaN;
            return;
        }
        // Sorted once, every clipping only takes values off the ends.
        Arrays.sort(work, 0, count);
        int from = 0;
        int to = count;
        for (int i = 0; i < CLIPS; i++) {
            levels[index] = Robust.medianOfSorted(work, from, to);
            noises[index] = (float) Robust.sigmaOfSorted(work, from, to, levels[index]);
            int left = to - from;
            double limit = KAPPA * noises[index];
            while (levels[index] - work[from] > limit) {
                from++;
            }
            while (work[to - 1] - levels[index] > limit) {
                to--;
            }
            if (to - from == left) {
                return;
            }
        }
    }

    /** A box without usable pixels gets what is typical elsewhere. */
    private void fillHoles() {
        fillHoles(levels);
        fillHoles(noises);
    }

    private static void fillHoles(float[] mesh) {
        float[] known = new float[mesh.length];
        int count = 0;
        for (float value : mesh) {
            if (!Float.isNaN(value)) {
                known[count++] = value;
            }
        }
        float typical = count == 0 ? Float.NaN : Robust.median(known, count);
        for (int i = 0; i < mesh.length; i++) {
            mesh[i] = Float.isNaN(mesh[i]) ? typical : mesh[i];
        }
    }

    /** A box that stands out of its neighbours was spoiled by a bright star, and gets their median. */
    private void smooth() {
        float[] before = levels.clone();
        float[] near = new float[9];
        for (int i = 0; i < levels.length; i++) {
            float typical = Robust.median(near, neighbours(before, i, near));
            levels[i] = Math.abs(before[i] - typical) > KAPPA * noises[i] ? typical : before[i];
        }
    }

    private int neighbours(float[] mesh, int index, float[] near) {
        int column = index % columns.boxes();
        int row = index / columns.boxes();
        int count = 0;
        for (int y = Math.max(0, row - 1); y <= rows.behind(row); y++) {
            for (int x = Math.max(0, column - 1); x <= columns.behind(column); x++) {
                near[count++] = mesh[y * columns.boxes() + x];
            }
        }
        return count;
    }

    @Override
    public String toString() {
        return "sky of " + columns.boxes() + " x " + rows.boxes() + " boxes: " + Arrays.toString(levels);
    }
}

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

    private final int box;
    private final int columns;
    private final int rows;
    private final float[] levels;
    private final float[] noises;
    private final float[] line;

    private Background(int box, int columns, int rows) {
        this.box = box;
        this.columns = columns;
        this.rows = rows;
        this.levels = new float[columns * rows];
        this.noises = new float[columns * rows];
        this.line = new float[columns];
    }

    static Background of(DetectorImage image, int box) {
        int columns = Math.max(1, Math.round((float) image.size().width() / box));
        int rows = Math.max(1, Math.round((float) image.size().height() / box));
        Background background = new Background(box, columns, rows);
        float[] work = new float[4 * SAMPLE];
        for (int i = 0; i < columns * rows; i++) {
            background.measure(image, i, work);
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
        int row = Math.min(y / box, rows - 1) * columns;
        for (int column = 0; column < columns; column++) {
            int end = column == columns - 1 ? into.length : (column + 1) * box;
            Arrays.fill(into, column * box, end, noises[row + column]);
        }
    }

    /** Writes the sky of one row of the image. */
    void row(int y, float[] into) {
        int below = first(y, rows);
        int above = Math.min(below + 1, rows - 1);
        float up = share(y, below);
        for (int column = 0; column < columns; column++) {
            line[column] = mix(levels[below * columns + column], levels[above * columns + column], up);
        }
        for (int left = 0; left < Math.max(1, columns - 1); left++) {
            along(left, into);
        }
    }

    /** Draws the line from the middle of one box to the next; the outermost lines go on to the edge. */
    private void along(int left, float[] into) {
        int right = Math.min(left + 1, columns - 1);
        int start = left == 0 ? 0 : box / 2 + left * box;
        int end = right == columns - 1 ? into.length : box / 2 + right * box;
        float step = (line[right] - line[left]) / box;
        float value = mix(line[left], line[right], share(start, left));
        for (int x = start; x < end; x++) {
            into[x] = value + (x - start) * step;
        }
    }

    /** The first of the two boxes between (or beyond) whose middles a line is drawn. */
    private int first(int pixel, int boxes) {
        return Math.max(0, Math.min((int) Math.floor((pixel + 0.5) / box - 0.5), boxes - 2));
    }

    /** How far a pixel is from the middle of this box towards that of the next. */
    private float share(int pixel, int from) {
        return (float) ((pixel + 0.5) / box - 0.5 - from);
    }

    private static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }

    /** Boxes at the upper and right edge take in what is left over. */
    private void measure(DetectorImage image, int index, float[] work) {
        int column = index % columns;
        int row = index / columns;
        int right = column == columns - 1 ? image.size().width() : (column + 1) * box;
        int top = row == rows - 1 ? image.size().height() : (row + 1) * box;
        int count = sample(image, new Section(column * box, row * box, right - column * box, top - row * box), work);
        clip(index, work, count);
    }

    private static int sample(DetectorImage image, Section section, float[] work) {
        int step = Math.max(1, (int) Math.sqrt((double) section.width() * section.height() / SAMPLE));
        int count = 0;
        for (int y = section.y(); y < section.endY(); y += step) {
            for (int x = section.x(); x < section.endX() && count < work.length; x += step) {
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
        float[] copy = new float[count];
        int left = count;
        for (int i = 0; i < CLIPS; i++) {
            levels[index] = Robust.median(work, left);
            System.arraycopy(work, 0, copy, 0, left);
            noises[index] = (float) Robust.sigma(copy, left, levels[index]);
            int kept = keepWithin(work, left, levels[index], KAPPA * noises[index]);
            if (kept == left) {
                return;
            }
            left = kept;
        }
    }

    private static int keepWithin(float[] work, int count, float level, double limit) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (Math.abs(work[i] - level) <= limit) {
                work[kept++] = work[i];
            }
        }
        return kept;
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
            int count = neighbours(before, i % columns, i / columns, near);
            float typical = Robust.median(near, count);
            levels[i] = Math.abs(before[i] - typical) > KAPPA * noises[i] ? typical : before[i];
        }
    }

    private int neighbours(float[] mesh, int column, int row, float[] near) {
        int count = 0;
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                near[count++] = mesh[y * columns + x];
            }
        }
        return count;
    }

    @Override
    public String toString() {
        return "sky of " + columns + " x " + rows + " boxes: " + Arrays.toString(levels);
    }
}

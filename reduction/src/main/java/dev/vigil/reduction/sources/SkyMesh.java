package dev.vigil.reduction.sources;

/** The sky of an image and the noise about it, box by box: robust modes, smoothed by medians. */
public final class SkyMesh {
    private final Mesh levels;
    private final Mesh noises;

    /** The first box of the row of boxes that holds a row of pixels, and the box in it that holds a column. */
    private final int[] boxesOfRow;

    private final int[] boxOfColumn;

    /** Beyond the middles of the outermost boxes lines go on, but not below this. */
    private final float leastNoise;

    private SkyMesh(Mesh levels, Mesh noises) {
        this.levels = levels;
        this.noises = noises;
        this.leastNoise = noises.least();
        int boxes = noises.columns().boxes();
        this.boxesOfRow = noises.rows().holding(boxes);
        this.boxOfColumn = noises.columns().holding(1);
    }

    /** Measures the sky in squares of about this side. */
    public static SkyMesh of(SkyImage image, int box) {
        BoxAxis columns = BoxAxis.of(image.width(), box);
        BoxAxis rows = BoxAxis.of(image.height(), box);
        Mesh levels = new Mesh(columns, rows, new float[columns.boxes() * rows.boxes()]);
        Mesh noises = new Mesh(columns, rows, new float[levels.values().length]);
        measure(image, levels, noises);
        return new SkyMesh(levels.filled().smoothed(), noises.filled().smoothed());
    }

    private static void measure(SkyImage image, Mesh levels, Mesh noises) {
        BoxMode mode = new BoxMode();
        BoxAxis columns = levels.columns();
        BoxAxis rows = levels.rows();
        float[] work = new float[(int) (Math.ceil(columns.length() + 1) * Math.ceil(rows.length() + 1))];
        for (int i = 0; i < levels.values().length; i++) {
            int column = i % columns.boxes();
            int count = 0;
            for (int y = rows.start(i / columns.boxes()); y < rows.start(i / columns.boxes() + 1); y++) {
                int row = y * image.width();
                count = usable(image, row + columns.start(column), row + columns.start(column + 1), work, count);
            }
            boolean known = mode.measure(work, count);
            levels.values()[i] = known ? mode.level() : Float.NaN;
            noises.values()[i] = known ? mode.noise() : Float.NaN;
        }
    }

    private static int usable(SkyImage image, int from, int to, float[] into, int count) {
        float[] values = image.values();
        int[] mask = image.mask();
        int spoiled = image.useless() | image.saturated();
        int filled = count;
        for (int i = from; i < to; i++) {
            float value = values[i];
            if ((mask[i] & spoiled) == 0 && value - value == 0) {
                into[filled++] = value;
            }
        }
        return filled;
    }

    /** Nothing could be measured anywhere. */
    public boolean isEmpty() {
        return levels.isEmpty();
    }

    /** The level of a typical box. */
    public float level() {
        return levels.median();
    }

    /** The standard deviation of one pixel of a typical box. */
    public float noise() {
        return noises.median();
    }

    /** The sky under a source. */
    public float levelUnder(Source source) {
        return levels.near(source.x() - 1, source.y() - 1);
    }

    /** Writes the sky of one row of the image. */
    public void levelsOfRow(int y, float[] into) {
        levels.row(y, into);
    }

    /** Writes the noise of one row of the image. */
    public void noisesOfRow(int y, float[] into) {
        noises.row(y, into);
        for (int x = 0; x < into.length; x++) {
            into[x] = Math.max(into[x], leastNoise);
        }
    }

    /** The noise of the box that holds a pixel. */
    float noiseNear(int x, int y) {
        return noises.values()[boxesOfRow[y] + boxOfColumn[x]];
    }
}

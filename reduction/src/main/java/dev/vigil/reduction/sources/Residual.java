package dev.vigil.reduction.sources;

/** The light of an image above its sky, not a number where a pixel says nothing, and how sure each pixel is. */
public final class Residual {
    private final SkyImage image;
    private final SkyMesh sky;
    private final float[] values;
    private final boolean[] hasGaps;

    /** Empty where it is unknown. */
    private final float[] variance;

    private Residual(SkyImage image, SkyMesh sky) {
        this.image = image;
        this.sky = sky;
        this.variance = image.variance().orElseGet(() -> new float[0]);
        this.values = new float[image.values().length];
        this.hasGaps = new boolean[image.height()];
    }

    /** That of an image whose sky is known. */
    public static Residual of(SkyImage image, SkyMesh sky) {
        Residual residual = new Residual(image, sky);
        float[] levels = new float[image.width()];
        for (int y = 0; y < image.height(); y++) {
            sky.levelsOfRow(y, levels);
            residual.subtract(y * image.width(), levels);
        }
        return residual;
    }

    private void subtract(int row, float[] levels) {
        float[] from = image.values();
        int[] mask = image.mask();
        int useless = image.useless();
        int gaps = 0;
        for (int x = 0; x < levels.length; x++) {
            float value = from[row + x] - levels[x];
            boolean says = (mask[row + x] & useless) == 0 && value - value == 0 && isVarianceFinite(row + x);
            values[row + x] = says ? value : Float.NaN;
            gaps += says ? 0 : 1;
        }
        hasGaps[row / levels.length] = gaps > 0;
    }

    private boolean isVarianceFinite(int place) {
        return variance.length == 0 || variance[place] - variance[place] == 0;
    }

    /** In this row there are pixels that say nothing. */
    boolean hasGaps(int y) {
        return hasGaps[y];
    }

    public SkyImage image() {
        return image;
    }

    SkyMesh sky() {
        return sky;
    }

    public int width() {
        return image.width();
    }

    public int height() {
        return image.height();
    }

    /** The light itself, not a copy: who has no more use for it may take sources away. */
    public float[] values() {
        return values;
    }

    /** The light of a pixel; not a number outside the image. */
    float at(int x, int y) {
        return image.isInside(x, y) ? values[y * width() + x] : Float.NaN;
    }

    /** The brightest pixel of an island that says something; of equal ones the first. */
    int brightest(Island island) {
        int best = island.places()[0];
        for (int place : island.places()) {
            best = values[place] > values[best] || Float.isNaN(values[best]) ? place : best;
        }
        return best;
    }

    /** The variance of a pixel of the image: its own where it is known, else that of the sky. */
    double varianceAt(int x, int y) {
        double noise = sky.noiseNear(x, y);
        return varianceOr(noise * noise, y * width() + x);
    }

    /** The variance of a pixel: its own where it is known, else this. */
    double varianceOr(double otherwise, int place) {
        double own = variance.length == 0 ? 0 : variance[place];
        return own > 0 ? own : otherwise;
    }

    /** That of the sky near a place, which may lie a little outside the image. */
    public double varianceOfSky(double x, double y) {
        int column = (int) Math.max(0, Math.min(x, width() - 1));
        int row = (int) Math.max(0, Math.min(y, height() - 1));
        double noise = sky.noiseNear(column, row);
        return noise * noise;
    }

    /** Its standard deviation in units of the sky's; one at least. */
    double noisiness(int place) {
        double noise = sky.noiseNear(place % width(), place / width());
        double own = varianceAt(place % width(), place / width());
        return Math.sqrt(Math.max(1, own / (noise * noise)));
    }
}

package dev.vigil.reduction.sources;

/** The light of an image above its sky, not a number where a pixel says nothing, and how sure each pixel is. */
final class Residual {
    private final SkyImage image;
    private final SkyMesh sky;
    private final float[] values;

    /** Empty where it is unknown. */
    private final float[] variance;

    private Residual(SkyImage image, SkyMesh sky) {
        this.image = image;
        this.sky = sky;
        this.variance = image.variance().orElseGet(() -> new float[0]);
        this.values = new float[image.values().length];
    }

    static Residual of(SkyImage image, SkyMesh sky) {
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
        for (int x = 0; x < levels.length; x++) {
            float value = from[row + x] - levels[x];
            values[row + x] = (mask[row + x] & useless) == 0 && value - value == 0 ? value : Float.NaN;
        }
    }

    SkyImage image() {
        return image;
    }

    SkyMesh sky() {
        return sky;
    }

    int width() {
        return image.width();
    }

    int height() {
        return image.height();
    }

    float[] values() {
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
        double own = variance.length == 0 ? 0 : variance[y * width() + x];
        return own > 0 ? own : noise * noise;
    }

    /** Its standard deviation in units of the sky's; one at least. */
    double noisiness(int place) {
        double noise = sky.noiseNear(place % width(), place / width());
        double own = varianceAt(place % width(), place / width());
        return Math.sqrt(Math.max(1, own / (noise * noise)));
    }
}

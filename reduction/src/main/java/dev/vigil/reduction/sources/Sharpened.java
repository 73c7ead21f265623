package dev.vigil.reduction.sources;

/**
 * The pixels of an island seen through a narrower Gaussian than that which found them. The filter that suits a faint star
 * best blurs two neighbours into one; half as wide it leaves them nearly as they are, and still calms the noise.
 */
final class Sharpened {
    private static final double REACH = 2.5;

    private final Residual residual;
    private final int reach;
    private final float[] kernel;

    Sharpened(Residual residual, double sigma) {
        this.residual = residual;
        this.reach = (int) Math.ceil(REACH * sigma);
        this.kernel = kernel(2 * reach + 1, sigma);
    }

    /** Scaled so that noise of one stays noise of one. */
    private static float[] kernel(int size, double sigma) {
        double[] line = new double[size];
        Gaussian.fill(line, size, -(size / 2), 0, sigma);
        double squares = 0;
        for (double value : line) {
            squares += value * value;
        }
        float[] kernel = new float[size * size];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (line[i / size] * line[i % size] / squares);
        }
        return kernel;
    }

    /** The same pixels, with their heights in standard deviations of the sky as this filter leaves it. */
    Island of(Island island) {
        float[] heights = new float[island.size()];
        for (int i = 0; i < heights.length; i++) {
            int x = island.places()[i] % residual.width();
            int y = island.places()[i] / residual.width();
            heights[i] = sum(x, y) / residual.sky().noiseNear(x, y);
        }
        return new Island(island.places(), heights);
    }

    private float sum(int x, int y) {
        boolean inside = x >= reach && y >= reach && x < residual.width() - reach && y < residual.height() - reach;
        return inside ? sumInside(y * residual.width() + x) : sumAtEdge(x, y);
    }

    private float sumInside(int place) {
        float[] values = residual.values();
        int stride = residual.width();
        float sum = 0;
        int k = 0;
        for (int row = place - reach * stride; row <= place + reach * stride; row += stride) {
            for (int i = row - reach; i <= row + reach; i++) {
                float value = values[i];
                sum += value == value ? kernel[k] * value : 0;
                k++;
            }
        }
        return sum;
    }

    private float sumAtEdge(int x, int y) {
        float sum = 0;
        int k = 0;
        for (int row = y - reach; row <= y + reach; row++) {
            for (int column = x - reach; column <= x + reach; column++) {
                float value = residual.at(column, row);
                sum += Float.isNaN(value) ? 0 : kernel[k] * value;
                k++;
            }
        }
        return sum;
    }
}

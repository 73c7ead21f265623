package dev.vigil.reduction.pointspread;

import dev.vigil.reduction.sources.Residual;

/** The pixels about a source: their light, no number where they say nothing or are full, and the noise that belongs to no source. */
final class Glimpse {
    /** A pixel with this many times the sky's noise is noisy by itself, such as a hot one. */
    private static final double NOISY = 1.5;

    /** A flat as low as this makes the light of a source this much noisier than its electrons. */
    private static final double LOWEST_FLAT = 0.25;

    private final Residual residual;
    private final float[] variance;
    private final int reach;
    private final double[] light;
    private final double[] noise;
    private Square square = new Square(0, 0, 0);

    /** Looks at so many pixels to each side. */
    Glimpse(Residual residual, int reach) {
        this.residual = residual;
        this.variance = residual.image().variance().orElseGet(() -> new float[0]);
        this.reach = reach;
        this.light = new double[(2 * reach + 1) * (2 * reach + 1)];
        this.noise = new double[light.length];
    }

    /** Looks at the pixels about a place, which is counted from 0. */
    void lookAt(double x, double y) {
        square = Square.around(x, y, reach);
        double ofSky = residual.varianceOfSky(x, y);
        for (int i = 0; i < light.length; i++) {
            int column = square.left() + i % square.size();
            int row = square.bottom() + i / square.size();
            int place = row * residual.width() + column;
            boolean inside = column >= 0 && row >= 0 && column < residual.width() && row < residual.height();
            boolean says = inside && !residual.image().isSaturated(place);
            light[i] = says ? residual.values()[place] : Double.NaN;
            noise[i] = says ? noiseOf(place, ofSky) : 0;
        }
    }

    private double noiseOf(int place, double ofSky) {
        if (variance.length == 0) {
            return ofSky;
        }
        double ofItself = variance[place] - Math.max(residual.values()[place], 0) / LOWEST_FLAT;
        return ofItself > NOISY * ofSky ? ofItself : ofSky;
    }

    /** Leaves out what is nearer than this to a place, which is another source's. */
    void hide(double x, double y, double radius) {
        for (int i = 0; i < light.length; i++) {
            double dx = square.left() + i % square.size() - x;
            double dy = square.bottom() + i / square.size() - y;
            light[i] = dx * dx + dy * dy < radius * radius ? Double.NaN : light[i];
        }
    }

    /** The variance of a pixel that sees so much of a source. */
    double varianceWith(int pixel, double ofSource) {
        return variance.length == 0 ? noise[pixel] : noise[pixel] + ofSource;
    }

    Square square() {
        return square;
    }

    int pixels() {
        return light.length;
    }

    double[] light() {
        return light;
    }
}

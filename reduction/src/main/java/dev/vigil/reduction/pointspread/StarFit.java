package dev.vigil.reduction.pointspread;

/**
 * The star that fits some pixels best by weighted least squares. Weights follow from the sky's noise and from the light of the star that is
 * fitted, never from the pixels' own light: by that, what is dim by chance would count for more.
 */
final class StarFit {
    private static final int MOST_ROUNDS = 4;

    /** The least share of a star's light that must be seen of what it would show here. */
    private static final double LEAST_SEEN = 0.35;

    /** A star that has to go farther than this, in widths, is not what was found. */
    private static final double FARTHEST = 0.5;

    /** Each round squares what is left to go. */
    private static final double CLOSE_ENOUGH = 0.01;

    private final Glimpse glimpse;
    private final double[] weight;
    private final double[] star;
    private final double[] right;
    private final double[] up;
    private final StarEquations equations = new StarEquations();
    private double x;
    private double y;
    private double flux;

    StarFit(Glimpse glimpse) {
        this.glimpse = glimpse;
        this.weight = new double[glimpse.pixels()];
        this.star = new double[glimpse.pixels()];
        this.right = new double[glimpse.pixels()];
        this.up = new double[glimpse.pixels()];
    }

    /**
     * Fits light and place, beginning here; says whether there is enough to be seen. Where the place runs away, it is kept as it was.
     *
     * @param distrust the share of its light in each pixel by which a star may differ from the image of one
     */
    boolean fit(StarImage image, double startX, double startY, double distrust) {
        begin(image, startX, startY);
        if (!scale(0) || !scale(distrust)) {
            return false;
        }
        for (int round = 0; round < MOST_ROUNDS && flux > 0; round++) {
            double[] step = step(distrust);
            flux += step[0];
            x += step[1];
            y += step[2];
            if (!(Math.hypot(x - startX, y - startY) < FARTHEST * image.fwhm())) {
                begin(image, startX, startY);
                return scale(0) && scale(distrust);
            }
            image.draw(x, y, glimpse.square(), star, right, up);
            if (Math.hypot(step[1], step[2]) < CLOSE_ENOUGH) {
                break;
            }
        }
        weigh(distrust);
        return true;
    }

    private void begin(StarImage image, double startX, double startY) {
        x = startX;
        y = startY;
        flux = 0;
        image.draw(x, y, glimpse.square(), star, right, up);
    }

    /** Fits the light alone. */
    private boolean scale(double distrust) {
        weigh(distrust);
        double seen = 0;
        double all = 0;
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < star.length; i++) {
            all += star[i];
            if (weight[i] > 0) {
                seen += star[i];
                top += weight[i] * star[i] * glimpse.light()[i];
                bottom += weight[i] * star[i] * star[i];
            }
        }
        flux = top / bottom;
        return seen > LEAST_SEEN * all && bottom > 0;
    }

    private void weigh(double distrust) {
        for (int i = 0; i < weight.length; i++) {
            double light = glimpse.light()[i];
            double expected = Math.max(flux * star[i], 0);
            double variance = glimpse.varianceWith(i, expected) + distrust * distrust * expected * expected;
            weight[i] = light == light ? 1 / variance : 0;
        }
    }

    private double[] step(double distrust) {
        weigh(distrust);
        return equations().solution();
    }

    private StarEquations equations() {
        equations.clear();
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] > 0) {
                equations.add(weight[i], star[i], flux * right[i], flux * up[i], difference(i));
            }
        }
        return equations;
    }

    /** The standard errors of light and place; no number where the pixels do not tell. */
    double[] errors() {
        return equations().errors();
    }

    /** Leaves out the pixels that are farther from the fit than so many standard deviations. */
    void clip(double farthest) {
        for (int i = 0; i < weight.length; i++) {
            boolean far = weight[i] > 0 && weight[i] * difference(i) * difference(i) > farthest * farthest;
            weight[i] = far ? 0 : weight[i];
        }
    }

    /** How far the pixels are from the fit, in units of what noise explains. */
    double chiSquare() {
        double sum = 0;
        int pixels = 0;
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] > 0) {
                sum += weight[i] * difference(i) * difference(i);
                pixels++;
            }
        }
        return sum / Math.max(1, pixels - StarEquations.UNKNOWNS);
    }

    /** What is left of a pixel's light. */
    double difference(int pixel) {
        return glimpse.light()[pixel] - flux * star[pixel];
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    double flux() {
        return flux;
    }

    Square square() {
        return glimpse.square();
    }

    /** What each pixel counts for; nothing where it was left out. */
    double[] weight() {
        return weight;
    }

    /** What each pixel sees of a star of one unit of light; how much more it is where that moves to the right, and up. */
    double[] star() {
        return star;
    }

    double[] right() {
        return right;
    }

    double[] up() {
        return up;
    }
}

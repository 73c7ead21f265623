package dev.vigil.reduction.sources;

/** Sums under a Gaussian window at one place of a stamp. */
final class Window {
    private final Stamp stamp;
    private final double sigma;
    private final double[] across;
    private final double[] along;
    private double light;
    private double momentX;
    private double momentY;
    private double momentXx;
    private double momentYy;
    private double momentXy;

    Window(Stamp stamp, double sigma) {
        this.stamp = stamp;
        this.sigma = sigma;
        this.across = new double[stamp.size()];
        this.along = new double[stamp.size()];
    }

    double sigma() {
        return sigma;
    }

    /** Adds up the light and its moments about this place. */
    void addUp(double x, double y) {
        Gaussian.fill(along, along.length, stamp.left(), x, sigma);
        Gaussian.fill(across, across.length, stamp.bottom(), y, sigma);
        light = 0;
        momentX = 0;
        momentY = 0;
        momentXx = 0;
        momentYy = 0;
        momentXy = 0;
        for (int row = 0; row < across.length; row++) {
            addRow(row, stamp.left() - x, stamp.bottom() + row - y);
        }
    }

    private void addRow(int row, double firstX, double dy) {
        double[] values = stamp.light();
        double sum = 0;
        double sumX = 0;
        double sumXx = 0;
        int start = row * along.length;
        for (int i = 0; i < along.length; i++) {
            double dx = firstX + i;
            double weighted = along[i] * values[start + i];
            sum += weighted;
            sumX += weighted * dx;
            sumXx += weighted * dx * dx;
        }
        double weight = across[row];
        light += weight * sum;
        momentX += weight * sumX;
        momentXx += weight * sumXx;
        momentY += weight * dy * sum;
        momentYy += weight * dy * dy * sum;
        momentXy += weight * dy * sumX;
    }

    /** The variance of the light's first moments (the mean of both axes) about the place of the last sums. */
    double varianceOfMoment(double x, double y) {
        double[] variance = stamp.variance();
        double sum = 0;
        for (int row = 0; row < across.length; row++) {
            double dy = stamp.bottom() + row - y;
            double ofRow = 0;
            for (int i = 0; i < along.length; i++) {
                double dx = stamp.left() + i - x;
                ofRow += along[i] * along[i] * variance[row * along.length + i] * (dx * dx + dy * dy);
            }
            sum += across[row] * across[row] * ofRow;
        }
        return sum / 2;
    }

    /** The light of the last sums. */
    Flux flux() {
        double[] variance = stamp.variance();
        double sum = 0;
        for (int row = 0; row < across.length; row++) {
            double ofRow = 0;
            for (int i = 0; i < along.length; i++) {
                ofRow += along[i] * along[i] * variance[row * along.length + i];
            }
            sum += across[row] * across[row] * ofRow;
        }
        return new Flux(light, Math.sqrt(sum));
    }

    double light() {
        return light;
    }

    double meanX() {
        return momentX / light;
    }

    double meanY() {
        return momentY / light;
    }

    double meanXx() {
        return momentXx / light;
    }

    double meanYy() {
        return momentYy / light;
    }

    double meanXy() {
        return momentXy / light;
    }
}

package dev.vigil.reduction.astrometry;

/** Least squares for two right sides at once: the two axes of a plane have the same unknowns and weights. */
final class NormalEquations {
    private final int unknowns;
    private final double[][] matrix;
    private final double[][] right;

    NormalEquations(int unknowns) {
        this.unknowns = unknowns;
        this.matrix = new double[unknowns][unknowns];
        this.right = new double[2][unknowns];
    }

    void add(double[] terms, double first, double second, double weight) {
        for (int i = 0; i < unknowns; i++) {
            double weighted = weight * terms[i];
            right[0][i] += weighted * first;
            right[1][i] += weighted * second;
            for (int j = 0; j <= i; j++) {
                matrix[i][j] += weighted * terms[j];
            }
        }
    }

    /** The coefficients for both right sides, by Cholesky; false where the points do not say. */
    boolean solve(double[] first, double[] second) {
        if (!decompose()) {
            return false;
        }
        substitute(right[0], first);
        substitute(right[1], second);
        return true;
    }

    private boolean decompose() {
        for (int i = 0; i < unknowns; i++) {
            double whole = matrix[i][i];
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                if (i == j && !(sum > 1e-12 * whole)) {
                    return false;
                }
                matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
            }
        }
        return true;
    }

    private void substitute(double[] given, double[] into) {
        for (int i = 0; i < unknowns; i++) {
            double sum = given[i];
            for (int k = 0; k < i; k++) {
                sum -= matrix[i][k] * into[k];
            }
            into[i] = sum / matrix[i][i];
        }
        for (int i = unknowns - 1; i >= 0; i--) {
            double sum = into[i];
            for (int k = i + 1; k < unknowns; k++) {
                sum -= matrix[k][i] * into[k];
            }
            into[i] = sum / matrix[i][i];
        }
    }
}

package dev.vigil.reduction.steps;

import dev.vigil.reduction.sources.LinearSystem;
import dev.vigil.reduction.statistics.Robust;

/** A smooth curve through one value for each row, of which a few may be wrong and some missing. */
final class RowPolynomial {
    private static final int TERMS = 4;
    private static final int ROUNDS = 5;
    private static final double KAPPA = 3;

    private final float[] values;
    private final boolean[] used;

    private RowPolynomial(float[] values) {
        this.values = values;
        this.used = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            used[i] = Float.isFinite(values[i]);
        }
    }

    /** The curve's value for each row; no number where there are too few values to tell it. */
    static float[] through(float[] values) {
        RowPolynomial fit = new RowPolynomial(values);
        float[] curve = fit.fitted();
        for (int round = 1; round < ROUNDS && fit.leaveOut(curve); round++) {
            curve = fit.fitted();
        }
        return curve;
    }

    private float[] fitted() {
        double[][] matrix = new double[TERMS][TERMS];
        double[] right = new double[TERMS];
        for (int row = 0; row < values.length; row++) {
            if (used[row]) {
                add(terms(row), values[row], matrix, right);
            }
        }
        boolean solved = LinearSystem.solve(matrix, right);
        float[] curve = new float[values.length];
        for (int row = 0; row < values.length; row++) {
            curve[row] = solved ? (float) dot(terms(row), right) : Float.NaN;
        }
        return curve;
    }

    private static void add(double[] terms, double value, double[][] matrix, double[] right) {
        for (int i = 0; i < TERMS; i++) {
            right[i] += terms[i] * value;
            for (int j = 0; j < TERMS; j++) {
                matrix[i][j] += terms[i] * terms[j];
            }
        }
    }

    /** Legendre's polynomials over the rows: nearly independent of each other. */
    private double[] terms(int row) {
        double x = values.length == 1 ? 0 : 2.0 * row / (values.length - 1) - 1;
        return new double[] {1, x, (3 * x * x - 1) / 2, (5 * x * x * x - 3 * x) / 2};
    }

    private static double dot(double[] terms, double[] coefficients) {
        double sum = 0;
        for (int i = 0; i < terms.length; i++) {
            sum += terms[i] * coefficients[i];
        }
        return sum;
    }

    /** Leaves out what is far from the curve; says whether that changed anything. */
    private boolean leaveOut(float[] curve) {
        float[] residuals = new float[values.length];
        int count = 0;
        for (int row = 0; row < values.length; row++) {
            if (Float.isFinite(values[row])) {
                residuals[count++] = values[row] - curve[row];
            }
        }
        double limit = count == 0 ? 0 : KAPPA * Robust.sigma(residuals, count, 0f);
        boolean changed = false;
        for (int row = 0; row < values.length; row++) {
            boolean stays = Math.abs(values[row] - curve[row]) <= limit;
            changed |= stays != used[row];
            used[row] = stays;
        }
        return changed;
    }
}

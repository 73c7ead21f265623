package dev.vigil.reduction.pointspread;

import dev.vigil.reduction.sources.LinearSystem;
import java.util.Arrays;

/** The normal equations of one star, from one pixel after another: by how much its light and place are to be changed. */
final class StarEquations {
    /** Light, and the place along either axis. */
    static final int UNKNOWNS = 3;

    private final double[][] matrix = new double[UNKNOWNS][UNKNOWNS];
    private final double[] right = new double[UNKNOWNS];

    void clear() {
        Arrays.fill(right, 0);
        for (double[] row : matrix) {
            Arrays.fill(row, 0);
        }
    }

    /** Adds a pixel: what it counts for, how much more it sees with each of the unknowns, and what is left of it. */
    void add(double weight, double light, double toRight, double upwards, double difference) {
        matrix[0][0] += weight * light * light;
        matrix[0][1] += weight * light * toRight;
        matrix[0][2] += weight * light * upwards;
        matrix[1][1] += weight * toRight * toRight;
        matrix[1][2] += weight * toRight * upwards;
        matrix[2][2] += weight * upwards * upwards;
        right[0] += weight * light * difference;
        right[1] += weight * toRight * difference;
        right[2] += weight * upwards * difference;
    }

    /** The change that fits best; none where the pixels do not tell. */
    double[] solution() {
        double[] step = right.clone();
        return LinearSystem.solve(whole(), step) ? step : new double[UNKNOWNS];
    }

    /** The standard errors; no number where the pixels do not tell. */
    double[] errors() {
        double[] errors = new double[UNKNOWNS];
        for (int unknown = 0; unknown < UNKNOWNS; unknown++) {
            double[] unit = new double[UNKNOWNS];
            unit[unknown] = 1;
            errors[unknown] = LinearSystem.solve(whole(), unit) ? Math.sqrt(unit[unknown]) : Double.NaN;
        }
        return errors;
    }

    /** Both sides of the diagonal, to be spoilt. */
    private double[][] whole() {
        return new double[][] {
            matrix[0].clone(), {matrix[0][1], matrix[1][1], matrix[1][2]}, {matrix[0][2], matrix[1][2], matrix[2][2]}
        };
    }
}

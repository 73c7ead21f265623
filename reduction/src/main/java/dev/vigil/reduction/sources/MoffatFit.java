package dev.vigil.reduction.sources;

import java.util.Arrays;
import java.util.Optional;

/**
 * Fits a profile, averaged over each pixel, to a stamp by least squares (Levenberg and Marquardt). All pixels count
 * alike, so that the core of the star decides.
 */
final class MoffatFit {
    private static final int N = Moffat.PARAMETERS;
    private static final int MOST_ROUNDS = 30;
    private static final double CLOSE_ENOUGH = 1e-4;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double MOST_DAMPING = 1e6;

    /** Where the mean of two values along each axis is that over the pixel (Gauss and Legendre). */
    private static final double[] POINTS = {-Math.sqrt(1.0 / 12), Math.sqrt(1.0 / 12)};

    private final Stamp stamp;
    private final double[] one = new double[N + 1];
    private final double[][] normal = new double[N][N];
    private final double[] right = new double[N];
    private double squares;

    private MoffatFit(Stamp stamp) {
        this.stamp = stamp;
    }

    /** The profile that fits best, if the search for it ends: no step makes it much better, or none better at all. */
    static Optional<Moffat> fit(Stamp stamp, Moffat guess) {
        return new MoffatFit(stamp).search(guess);
    }

    private Optional<Moffat> search(Moffat guess) {
        Moffat best = guess;
        double damping = FIRST_DAMPING;
        compare(best);
        for (int round = 0; round < MOST_ROUNDS && damping < MOST_DAMPING; round++) {
            double before = squares;
            double[][] matrix = damped(damping);
            double[] step = right.clone();
            Moffat next = LinearSystem.solve(matrix, step) ? moved(best, step) : best;
            if (!next.isPossible() || squaresOf(next) >= before) {
                damping *= 10;
                continue;
            }
            best = next;
            compare(best);
            damping /= 10;
            if (before - squares < CLOSE_ENOUGH * before) {
                return Optional.of(best);
            }
        }
        return damping < MOST_DAMPING ? Optional.empty() : Optional.of(best);
    }

    private static Moffat moved(Moffat from, double[] step) {
        double[] parameters = from.parameters();
        for (int i = 0; i < N; i++) {
            parameters[i] += step[i];
        }
        return Moffat.of(parameters);
    }

    private double[][] damped(double damping) {
        double[][] matrix = new double[N][];
        for (int i = 0; i < N; i++) {
            matrix[i] = normal[i].clone();
            matrix[i][i] *= 1 + damping;
        }
        return matrix;
    }

    private double squaresOf(Moffat profile) {
        double sum = 0;
        for (int i = 0; i < stamp.light().length; i++) {
            evaluate(profile, i);
            double difference = stamp.light()[i] - one[0];
            sum += difference * difference;
        }
        return sum;
    }

    private void evaluate(Moffat profile, int pixel) {
        int column = stamp.left() + pixel % stamp.size();
        int row = stamp.bottom() + pixel / stamp.size();
        Arrays.fill(one, 0);
        for (double dy : POINTS) {
            for (double dx : POINTS) {
                profile.add(column + dx, row + dy, 0.25, one);
            }
        }
    }

    /** Sets up the normal equations at this profile. */
    private void compare(Moffat profile) {
        squares = 0;
        Arrays.fill(right, 0);
        for (double[] line : normal) {
            Arrays.fill(line, 0);
        }
        for (int i = 0; i < stamp.light().length; i++) {
            evaluate(profile, i);
            double difference = stamp.light()[i] - one[0];
            squares += difference * difference;
            for (int j = 0; j < N; j++) {
                right[j] += one[j + 1] * difference;
                for (int k = 0; k <= j; k++) {
                    normal[j][k] += one[j + 1] * one[k + 1];
                }
            }
        }
        for (int j = 0; j < N; j++) {
            for (int k = 0; k < j; k++) {
                normal[k][j] = normal[j][k];
            }
        }
    }
}

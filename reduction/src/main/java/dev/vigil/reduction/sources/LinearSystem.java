package dev.vigil.reduction.sources;

/** A few linear equations. */
public final class LinearSystem {
    private static final double NOTHING = 1e-300;

    private LinearSystem() {}

    /** Replaces the right side by the solution, and spoils the matrix; false where there is none. */
    public static boolean solve(double[][] matrix, double[] right) {
        for (int pivot = 0; pivot < right.length; pivot++) {
            bringUpLargest(matrix, right, pivot);
            if (!(Math.abs(matrix[pivot][pivot]) > NOTHING)) {
                return false;
            }
            for (int row = pivot + 1; row < right.length; row++) {
                eliminate(matrix, right, pivot, row);
            }
        }
        for (int row = right.length - 1; row >= 0; row--) {
            substitute(matrix, right, row);
        }
        return true;
    }

    private static void bringUpLargest(double[][] matrix, double[] right, int pivot) {
        int largest = pivot;
        for (int row = pivot + 1; row < right.length; row++) {
            largest = Math.abs(matrix[row][pivot]) > Math.abs(matrix[largest][pivot]) ? row : largest;
        }
        double[] line = matrix[pivot];
        matrix[pivot] = matrix[largest];
        matrix[largest] = line;
        double value = right[pivot];
        right[pivot] = right[largest];
        right[largest] = value;
    }

    private static void eliminate(double[][] matrix, double[] right, int pivot, int row) {
        double factor = matrix[row][pivot] / matrix[pivot][pivot];
        for (int column = pivot; column < right.length; column++) {
            matrix[row][column] -= factor * matrix[pivot][column];
        }
        right[row] -= factor * right[pivot];
    }

    private static void substitute(double[][] matrix, double[] right, int row) {
        for (int column = row + 1; column < right.length; column++) {
            right[row] -= matrix[row][column] * right[column];
        }
        right[row] /= matrix[row][row];
    }
}

package dev.vigil.reduction.detectors;

import java.util.List;

/** How many counts an amplifier would have given if each had stood for the same light, up to where that is known. */
public sealed interface Linearity {
    /** Linear counts for counts above the bias. */
    double at(double counts);

    /** How many linear counts one more count is, there. */
    double slope(double counts);

    /** Counts above the bias from which on nothing is known. */
    double end();

    /**
     * A sum of powers.
     *
     * @param coefficients of the first, second, third … power of the counts; the first is mostly 1
     */
    record Polynomial(List<Double> coefficients, double end) implements Linearity {
        public Polynomial {
            coefficients = List.copyOf(coefficients);
            if (coefficients.isEmpty() || !(end > 0)) {
                throw new IllegalArgumentException(
                        "A polynomial of linearity has at least one coefficient and an end above 0");
            }
        }

        @Override
        public double at(double counts) {
            double sum = 0;
            for (int i = coefficients.size() - 1; i >= 0; i--) {
                sum = (sum + coefficients.get(i)) * counts;
            }
            return sum;
        }

        @Override
        public double slope(double counts) {
            double sum = 0;
            for (int i = coefficients.size() - 1; i >= 0; i--) {
                sum = sum * counts + (i + 1) * coefficients.get(i);
            }
            return sum;
        }

        @Override
        public String toString() {
            return "polynomial " + coefficients + " up to " + end;
        }
    }

    /**
     * Straight lines between measured points.
     *
     * @param counted counts above the bias, rising
     * @param linear what they would have been, rising too
     */
    record Table(List<Double> counted, List<Double> linear) implements Linearity {
        public Table {
            counted = List.copyOf(counted);
            linear = List.copyOf(linear);
            if (counted.size() < 2 || counted.size() != linear.size() || !rises(counted) || !rises(linear)) {
                throw new IllegalArgumentException(
                        "A table of linearity has at least two points, and rises from each to the next");
            }
        }

        private static boolean rises(List<Double> values) {
            for (int i = 1; i < values.size(); i++) {
                if (!(values.get(i) > values.get(i - 1))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public double at(double counts) {
            int i = before(counts);
            return linear.get(i) + (counts - counted.get(i)) * rise(i);
        }

        @Override
        public double slope(double counts) {
            return rise(before(counts));
        }

        @Override
        public double end() {
            return counted.get(counted.size() - 1);
        }

        private double rise(int i) {
            return (linear.get(i + 1) - linear.get(i)) / (counted.get(i + 1) - counted.get(i));
        }

        /** The point before, but never the last, and never one before the first. */
        private int before(double counts) {
            int low = 0;
            int high = counted.size() - 2;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (counted.get(middle) <= counts) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        }

        @Override
        public String toString() {
            return "table " + counted + " to " + linear;
        }
    }
}

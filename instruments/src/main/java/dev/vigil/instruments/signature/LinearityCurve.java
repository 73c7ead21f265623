package dev.vigil.instruments.signature;

import java.util.List;
import java.util.Objects;

/**
 * How an amplifier's counts above its bias become proportional to light: by a polynomial, or by points.
 *
 * @param polynomial coefficients of the first, second … power; empty where points are given
 * @param end of the polynomial, in counts above the bias
 * @param counted counts above the bias, rising
 * @param linear what they would have been
 */
public record LinearityCurve(
        Readout amplifier, List<Double> polynomial, double end, List<Double> counted, List<Double> linear) {
    public LinearityCurve {
        Objects.requireNonNull(amplifier, "amplifier");
        polynomial = List.copyOf(polynomial);
        counted = List.copyOf(counted);
        linear = List.copyOf(linear);
        if (polynomial.isEmpty() == counted.isEmpty()) {
            throw new IllegalArgumentException("the linearity of " + amplifier
                    + " is given by a polynomial, or by counted and linear, and not by both or neither");
        }
        if (polynomial.isEmpty()) {
            requirePoints(amplifier, counted, linear);
        } else if (!(end > 0)) {
            throw new IllegalArgumentException(
                    "the polynomial of " + amplifier + " must say up to how many counts it is good");
        }
    }

    public static LinearityCurve polynomial(Readout amplifier, List<Double> coefficients, double end) {
        return new LinearityCurve(amplifier, coefficients, end, List.of(), List.of());
    }

    public static LinearityCurve points(Readout amplifier, List<Double> counted, List<Double> linear) {
        return new LinearityCurve(amplifier, List.of(), 0, counted, linear);
    }

    public boolean isPolynomial() {
        return !polynomial.isEmpty();
    }

    private static void requirePoints(Readout amplifier, List<Double> counted, List<Double> linear) {
        if (counted.size() < 2 || counted.size() != linear.size()) {
            throw new IllegalArgumentException("the linearity of " + amplifier
                    + " needs at least two points, as many counted as linear: " + counted.size() + " and "
                    + linear.size());
        }
        for (int i = 1; i < counted.size(); i++) {
            if (!(counted.get(i) > counted.get(i - 1)) || !(linear.get(i) > linear.get(i - 1))) {
                throw new IllegalArgumentException("the linearity of " + amplifier + " must rise from "
                        + counted.get(i - 1) + " to " + counted.get(i) + ", in counted and in linear");
            }
        }
    }
}

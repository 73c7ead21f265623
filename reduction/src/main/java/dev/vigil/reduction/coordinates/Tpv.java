package dev.vigil.reduction.coordinates;

import java.util.List;

/** Distortion as polynomials of degrees on the plane: FITS' PV1_k and PV2_k, k from 0 to 39. */
public record Tpv(List<Double> pv1, List<Double> pv2) implements Distortion {
    /** How many coefficients either axis has. */
    public static final int COEFFICIENTS = 40;

    static final int ORDER = 7;

    public Tpv {
        pv1 = List.copyOf(pv1);
        pv2 = List.copyOf(pv2);
        if (pv1.size() != COEFFICIENTS || pv2.size() != COEFFICIENTS) {
            throw new IllegalArgumentException("TPV has 40 coefficients for either axis");
        }
    }

    @Override
    public String projection() {
        return "-TPV";
    }

    /** The second axis has the same polynomial with the unknowns exchanged. */
    @Override
    public Offset ofPlane(Offset degrees) {
        return new Offset(sum(pv1, degrees.x(), degrees.y()), sum(pv2, degrees.y(), degrees.x()));
    }

    /** Where the convention has the term of this degree in which the other axis' unknown has the power q. */
    public static int number(int degree, int q) {
        return degree * (degree + 1) / 2 + degree / 2 + q;
    }

    /** In the convention's order: 1; x, y, r; x², xy, y²; x³, x²y, xy², y³, r³; and so on to r⁷. */
    private static double sum(List<Double> coefficients, double x, double y) {
        double radius = Math.hypot(x, y);
        double sum = 0;
        int next = 0;
        for (int degree = 0; degree <= ORDER; degree++) {
            for (int q = 0; q <= degree; q++) {
                sum += coefficients.get(next++) * power(x, degree - q) * power(y, q);
            }
            if (degree % 2 == 1) {
                sum += coefficients.get(next++) * power(radius, degree);
            }
        }
        return sum;
    }

    private static double power(double value, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= value;
        }
        return power;
    }
}

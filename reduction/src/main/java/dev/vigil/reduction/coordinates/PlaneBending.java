package dev.vigil.reduction.coordinates;

import java.util.Arrays;
import java.util.List;

/**
 * What SIP says of pixels, said of degrees on the straight plane, as TPV does: exactly, because a polynomial of what a straight map
 * makes of two unknowns is a polynomial of them, of the same order.
 */
final class PlaneBending {
    private final int order;
    private final double[][] first;
    private final double[][] second;

    private PlaneBending(Sip sip, LinearMap map) {
        this.order = Math.max(1, Math.max(sip.a().order(), sip.b().order()));
        double[][] ofX = substituted(sip.a(), map);
        double[][] ofY = substituted(sip.b(), map);
        this.first = bent(ofX, ofY, map.cd11(), map.cd12());
        this.second = bent(ofX, ofY, map.cd21(), map.cd22());
        first[1][0] += 1;
        second[0][1] += 1;
    }

    /** The same distortion for a plane that the straight map leads to. */
    static Tpv of(Sip sip, LinearMap map) {
        PlaneBending bending = new PlaneBending(sip, map);
        if (bending.order > Tpv.ORDER) {
            throw new IllegalArgumentException(
                    "SIP of order " + bending.order + " cannot be told as TPV, which ends at " + Tpv.ORDER);
        }
        return bending.tpv();
    }

    private Tpv tpv() {
        Double[] pv1 = new Double[Tpv.COEFFICIENTS];
        Double[] pv2 = new Double[Tpv.COEFFICIENTS];
        Arrays.fill(pv1, 0.0);
        Arrays.fill(pv2, 0.0);
        for (Polynomial.Power power : Polynomial.powersUpTo(order)) {
            int degree = power.p() + power.q();
            pv1[Tpv.number(degree, power.q())] = first[power.p()][power.q()];
            pv2[Tpv.number(degree, power.p())] = second[power.p()][power.q()];
        }
        return new Tpv(List.of(pv1), List.of(pv2));
    }

    /** A polynomial of pixels with the pixels as the plane's degrees make them. */
    private double[][] substituted(Polynomial polynomial, LinearMap map) {
        Offset perX = map.back(new Offset(1, 0));
        Offset perY = map.back(new Offset(0, 1));
        double[][] sum = zero();
        for (Polynomial.Term term : polynomial.terms()) {
            double[][] product = zero();
            product[0][0] = term.coefficient();
            for (int i = 0; i < term.power().p(); i++) {
                product = times(product, perX.x(), perY.x());
            }
            for (int i = 0; i < term.power().q(); i++) {
                product = times(product, perX.y(), perY.y());
            }
            add(product, 1, sum);
        }
        return sum;
    }

    private double[][] zero() {
        return new double[order + 1][order + 1];
    }

    /** Times what is so much of the one unknown, and so much of the other. */
    private double[][] times(double[][] polynomial, double x, double y) {
        double[][] product = zero();
        for (int p = 0; p <= order; p++) {
            for (int q = 0; q <= order - p; q++) {
                if (p + q < order) {
                    product[p + 1][q] += polynomial[p][q] * x;
                    product[p][q + 1] += polynomial[p][q] * y;
                }
            }
        }
        return product;
    }

    private double[][] bent(double[][] ofX, double[][] ofY, double perX, double perY) {
        double[][] bent = zero();
        add(ofX, perX, bent);
        add(ofY, perY, bent);
        return bent;
    }

    private static void add(double[][] polynomial, double factor, double[][] sum) {
        for (int p = 0; p < sum.length; p++) {
            for (int q = 0; q < sum.length; q++) {
                sum[p][q] += factor * polynomial[p][q];
            }
        }
    }
}

package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.Distortion;
import dev.vigil.reduction.coordinates.LinearMap;
import dev.vigil.reduction.coordinates.Offset;
import dev.vigil.reduction.coordinates.Polynomial;
import dev.vigil.reduction.coordinates.Sip;
import dev.vigil.reduction.coordinates.Tpv;
import java.util.Arrays;
import java.util.List;

/**
 * Two polynomials of two unknowns, which take a place on one plane to a place on another.
 *
 * @param order the highest power
 * @param unit what the unknowns are divided by, so that they are about 1
 * @param first the coefficients of {@link Polynomial#powersUpTo}
 */
record PlaneMap(int order, double unit, double[] first, double[] second) {
    static int terms(int order) {
        return (order + 1) * (order + 2) / 2;
    }

    Offset at(double x, double y) {
        double[] terms = new double[first.length];
        fill(terms, order, x / unit, y / unit);
        return new Offset(sum(first, terms), sum(second, terms));
    }

    static double sum(double[] coefficients, double[] terms) {
        double sum = 0;
        for (int i = 0; i < terms.length; i++) {
            sum += coefficients[i] * terms[i];
        }
        return sum;
    }

    /** The products of powers, in the order of {@link Polynomial#powersUpTo}. */
    static void fill(double[] terms, int order, double x, double y) {
        terms[0] = 1;
        int next = 1;
        for (int sum = 1; sum <= order; sum++) {
            int before = next - sum;
            for (int q = 0; q < sum; q++) {
                terms[next++] = terms[before + q] * x;
            }
            terms[next] = terms[before + sum - 1] * y;
            next++;
        }
    }

    /** What the map adds where the unknowns are 0. */
    Offset constant() {
        return new Offset(first[0], second[0]);
    }

    /** The straight part. */
    LinearMap linear() {
        return new LinearMap(first[1] / unit, first[2] / unit, second[1] / unit, second[2] / unit);
    }

    /** What bends, in pixels, as FITS' SIP writes it. */
    Distortion sip() {
        if (order == 1) {
            return new Distortion.None();
        }
        List<Polynomial.Power> powers = Polynomial.powersUpTo(order);
        LinearMap linear = linear();
        Polynomial.Term[] a = new Polynomial.Term[powers.size() - 3];
        Polynomial.Term[] b = new Polynomial.Term[powers.size() - 3];
        for (int k = 3; k < powers.size(); k++) {
            Polynomial.Power power = powers.get(k);
            double scale = Math.pow(unit, power.p() + power.q());
            Offset pixels = linear.back(new Offset(first[k] / scale, second[k] / scale));
            a[k - 3] = power.with(pixels.x());
            b[k - 3] = power.with(pixels.y());
        }
        return new Sip(new Polynomial(order, List.of(a)), new Polynomial(order, List.of(b)));
    }

    /** All but the constant, in degrees, as TPV writes it: the unknowns of this map are degrees on the straight plane. */
    Tpv tpv() {
        Double[] pv1 = new Double[Tpv.COEFFICIENTS];
        Double[] pv2 = new Double[Tpv.COEFFICIENTS];
        Arrays.fill(pv1, 0.0);
        Arrays.fill(pv2, 0.0);
        List<Polynomial.Power> powers = Polynomial.powersUpTo(order);
        for (int k = 1; k < powers.size(); k++) {
            Polynomial.Power power = powers.get(k);
            double scale = Math.pow(unit, power.p() + power.q());
            pv1[Tpv.number(power.p() + power.q(), power.q())] = first[k] / scale;
            pv2[Tpv.number(power.p() + power.q(), power.p())] = second[k] / scale;
        }
        return new Tpv(List.of(pv1), List.of(pv2));
    }
}

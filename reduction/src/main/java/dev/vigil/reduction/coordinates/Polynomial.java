package dev.vigil.reduction.coordinates;

import java.util.ArrayList;
import java.util.List;

/** A polynomial of two unknowns: the sum of its terms. */
public record Polynomial(int order, List<Term> terms) {
    /** SIP's own limit. */
    static final int HIGHEST_ORDER = 9;

    public Polynomial {
        terms = List.copyOf(terms);
        for (Term term : terms) {
            if (term.power().p() + term.power().q() > order) {
                throw new IllegalArgumentException(term + " is above the polynomial's order of " + order);
            }
        }
    }

    /** How often either unknown is taken. */
    public record Power(int p, int q) {
        public Power {
            if (p < 0 || q < 0) {
                throw new IllegalArgumentException("a power is below 0: " + p + ", " + q);
            }
        }

        String keyword(String name) {
            return name + "_" + p + "_" + q;
        }

        public Term with(double coefficient) {
            return new Term(this, coefficient);
        }
    }

    /** A coefficient with the powers that it goes with. */
    public record Term(Power power, double coefficient) {
        public Term {
            if (!Double.isFinite(coefficient)) {
                throw new IllegalArgumentException("no coefficient: " + coefficient);
            }
        }
    }

    /** All powers up to an order, the lowest first. */
    public static List<Power> powersUpTo(int order) {
        List<Power> powers = new ArrayList<>();
        for (int sum = 0; sum <= order; sum++) {
            for (int q = 0; q <= sum; q++) {
                powers.add(new Power(sum - q, q));
            }
        }
        return List.copyOf(powers);
    }

    double at(double u, double v) {
        double[] us = powers(u);
        double[] vs = powers(v);
        double sum = 0;
        for (Term term : terms) {
            sum += term.coefficient() * us[term.power().p()] * vs[term.power().q()];
        }
        return sum;
    }

    private double[] powers(double value) {
        double[] powers = new double[order + 1];
        powers[0] = 1;
        for (int power = 1; power <= order; power++) {
            powers[power] = powers[power - 1] * value;
        }
        return powers;
    }
}

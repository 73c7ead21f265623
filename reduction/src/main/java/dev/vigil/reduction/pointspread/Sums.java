package dev.vigil.reduction.pointspread;

import dev.vigil.reduction.sources.LinearSystem;

/** The normal equations of what is added to the profile, from one star after another. */
final class Sums {
    /** Each star has light and place of its own, which are solved for and forgotten. */
    private static final int OWN = StarEquations.UNKNOWNS;

    /** Without any star nothing is added, give or take this amount. */
    private static final double BEFOREHAND = 0.5;

    private final int extras;
    private final int terms;
    private final double[][] matrix;
    private final double[] right;

    Sums(int extras, int terms) {
        this.extras = extras;
        this.terms = terms;
        this.matrix = new double[extras * terms][extras * terms];
        this.right = new double[extras * terms];
    }

    /** Adds what the pixels of a star say, which was just fitted; the terms are those of its place in the field. */
    void add(StarFit star, StarShapes shapes, double[] place) {
        double[][] columns = columns(star, shapes);
        double[][] products = products(columns, star);
        for (int own = 0; own < OWN; own++) {
            forget(products, own);
        }
        for (int k = 0; k < extras; k++) {
            for (int i = 0; i < terms; i++) {
                right[k * terms + i] += place[i] * products[OWN + k][OWN + extras];
                for (int l = 0; l < extras; l++) {
                    double product = place[i] * products[OWN + k][OWN + l];
                    for (int j = 0; j < terms; j++) {
                        matrix[k * terms + i][l * terms + j] += product * place[j];
                    }
                }
            }
        }
    }

    /** The star's own three, what may be added, and last the difference that is left. */
    private double[][] columns(StarFit star, StarShapes shapes) {
        int pixels = star.weight().length;
        double[][] columns = new double[OWN + extras + 1][pixels];
        columns[0] = star.star();
        columns[1] = star.right();
        columns[2] = star.up();
        for (int k = 0; k < extras; k++) {
            shapes.extra(k).draw(star.x(), star.y(), star.square(), columns[OWN + k]);
        }
        for (int i = 0; i < pixels; i++) {
            columns[OWN + extras][i] = star.weight()[i] > 0 ? star.difference(i) / star.flux() : 0;
        }
        return columns;
    }

    private static double[][] products(double[][] columns, StarFit star) {
        double[][] products = new double[columns.length][columns.length];
        double scale = star.flux() * star.flux();
        double[] weighted = new double[star.weight().length];
        for (int k = 0; k < columns.length; k++) {
            for (int i = 0; i < weighted.length; i++) {
                weighted[i] = scale * star.weight()[i] * columns[k][i];
            }
            for (int l = 0; l <= k; l++) {
                products[k][l] = product(weighted, columns[l]);
                products[l][k] = products[k][l];
            }
        }
        return products;
    }

    /** Four sums at once, so that none waits for the one before. */
    private static double product(double[] one, double[] other) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < one.length; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        for (; i < one.length; i++) {
            a += one[i] * other[i];
        }
        return a + b + (c + d);
    }

    /** Eliminates one unknown from all the others. */
    private static void forget(double[][] products, int unknown) {
        double[] line = products[unknown];
        for (int k = unknown + 1; k < products.length; k++) {
            double factor = products[k][unknown] / line[unknown];
            for (int l = unknown + 1; l < products.length; l++) {
                products[k][l] -= factor * line[l];
            }
        }
    }

    /** The factors that fit best, from those that the differences were taken from. */
    double[][] solve(double[][] before) {
        double certainty = 1 / (BEFOREHAND * BEFOREHAND);
        for (int i = 0; i < right.length; i++) {
            matrix[i][i] += certainty;
            right[i] -= certainty * before[i / terms][i % terms];
        }
        double[][] after = new double[extras][terms];
        boolean solved = LinearSystem.solve(matrix, right);
        for (int i = 0; i < right.length; i++) {
            after[i / terms][i % terms] = before[i / terms][i % terms] + (solved ? right[i] : 0);
        }
        return after;
    }
}

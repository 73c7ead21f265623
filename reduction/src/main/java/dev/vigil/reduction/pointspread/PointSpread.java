package dev.vigil.reduction.pointspread;

/**
 * What the image of a star looks like all over a field: a typical profile, and amounts of what is added to it that change over the field as
 * polynomials.
 */
public final class PointSpread {
    private final StarShapes shapes;
    private final FieldPolynomial field;

    /** For each that may be added, the factors of the terms of the polynomial. */
    private final double[][] factors;

    private final int stars;
    private final double chiSquare;

    PointSpread(StarShapes shapes, FieldPolynomial field, double[][] factors, int stars, double chiSquare) {
        this.shapes = shapes;
        this.field = field;
        this.factors = factors;
        this.stars = stars;
        this.chiSquare = chiSquare;
    }

    /** The typical profile everywhere. */
    static PointSpread constant(StarShapes shapes, FieldPolynomial field) {
        return new PointSpread(shapes, field, new double[shapes.extras()][field.terms()], 0, Double.NaN);
    }

    /** How many stars say so. */
    public int stars() {
        return stars;
    }

    /** The highest power of the place in the field. */
    public int degree() {
        return field.degree();
    }

    /** How far these stars' pixels are from it, in units of what noise explains: the median of all stars. */
    public double chiSquare() {
        return chiSquare;
    }

    StarShapes shapes() {
        return shapes;
    }

    FieldPolynomial field() {
        return field;
    }

    double[][] factors() {
        return factors;
    }

    /** The image of a star that lies here, counted from 0. */
    StarImage at(double x, double y) {
        double[] terms = field.at(x, y);
        double[] amounts = new double[factors.length];
        for (int k = 0; k < amounts.length; k++) {
            for (int i = 0; i < terms.length; i++) {
                amounts[k] += factors[k][i] * terms[i];
            }
        }
        return shapes.image(amounts);
    }
}

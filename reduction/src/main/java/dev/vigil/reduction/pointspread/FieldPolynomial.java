package dev.vigil.reduction.pointspread;

/** The terms of a polynomial of the place in an image, whose edges are at -1 and 1. */
record FieldPolynomial(int degree, int width, int height) {

    int terms() {
        return (degree + 1) * (degree + 2) / 2;
    }

    /** The terms at a place that is counted from 0. */
    double[] at(double x, double y) {
        double u = 2 * (x + 0.5) / width - 1;
        double v = 2 * (y + 0.5) / height - 1;
        double[] terms = new double[terms()];
        int i = 0;
        for (int sum = 0; sum <= degree; sum++) {
            for (int power = 0; power <= sum; power++) {
                terms[i++] = Math.pow(u, sum - power) * Math.pow(v, power);
            }
        }
        return terms;
    }
}

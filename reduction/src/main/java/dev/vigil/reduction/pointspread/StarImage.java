package dev.vigil.reduction.pointspread;

/** What the pixels see of a star that gives one unit of light, wherever its centre lies between them. */
final class StarImage {
    /** Coefficients of splines, some for each pixel. */
    private final double[] table;

    private final int side;
    private final int parts;
    private final int reach;
    private final double fwhm;

    /**
     * @param parts how many coefficients to a pixel, along one axis
     * @param reach how many pixels the star is known to from its centre
     * @param fwhm the typical star's, in pixels
     */
    StarImage(double[] table, int side, int parts, int reach, double fwhm) {
        this.table = table;
        this.side = side;
        this.parts = parts;
        this.reach = reach;
        this.fwhm = fwhm;
    }

    int reach() {
        return reach;
    }

    double fwhm() {
        return fwhm;
    }

    /** Writes what each pixel of a square sees of a star that lies here. */
    void draw(double x, double y, Square square, double[] into) {
        Axis along = new Axis(square.left() - x);
        Axis across = new Axis(square.bottom() - y);
        double[] rows = across.values();
        double[] columns = along.values();
        double[] line = line(square);
        for (int row = 0; row < square.size(); row++) {
            mix(place(along, across, row), rows, line);
            pick(line, columns, into, row * square.size(), square.size());
        }
    }

    /** The same, and how much more it is for each pixel by which the star moves to the right, and up. */
    void draw(double x, double y, Square square, double[] into, double[] right, double[] up) {
        Axis along = new Axis(square.left() - x);
        Axis across = new Axis(square.bottom() - y);
        double[] rows = across.values();
        double[] slopes = across.slopes();
        double[] columns = along.values();
        double[] columnSlopes = along.slopes();
        double[] line = line(square);
        for (int row = 0; row < square.size(); row++) {
            int start = row * square.size();
            mix(place(along, across, row), rows, line);
            pick(line, columns, into, start, square.size());
            pick(line, columnSlopes, right, start, square.size());
            mix(place(along, across, row), slopes, line);
            pick(line, columns, up, start, square.size());
        }
    }

    /** How much more each pixel sees where the star is a little wider: the sum of both second derivatives. */
    void drawBlur(double x, double y, Square square, double[] into) {
        Axis along = new Axis(square.left() - x);
        Axis across = new Axis(square.bottom() - y);
        double[] rows = across.values();
        double[] rowBends = across.bends();
        double[] columns = along.values();
        double[] columnBends = along.bends();
        double[] line = line(square);
        double[] more = new double[into.length];
        for (int row = 0; row < square.size(); row++) {
            int start = row * square.size();
            mix(place(along, across, row), rows, line);
            pick(line, columnBends, into, start, square.size());
            mix(place(along, across, row), rowBends, line);
            pick(line, columns, more, start, square.size());
        }
        for (int i = 0; i < into.length; i++) {
            into[i] += more[i];
        }
    }

    private double[] line(Square square) {
        return new double[(square.size() - 1) * parts + Splines.SUPPORT];
    }

    /** All pixels lie as far between the numbers of the table as the first one, so all have the same weights. */
    private int place(Axis along, Axis across, int row) {
        return (across.first() + row * parts) * side + along.first();
    }

    private void mix(int first, double[] weights, double[] line) {
        double w0 = weights[0];
        double w1 = weights[1];
        double w2 = weights[2];
        double w3 = weights[3];
        for (int k = 0; k < line.length; k++) {
            int i = first + k;
            line[k] = w0 * table[i] + w1 * table[i + side] + w2 * table[i + 2 * side] + w3 * table[i + 3 * side];
        }
    }

    private void pick(double[] line, double[] weights, double[] into, int first, int count) {
        double w0 = weights[0];
        double w1 = weights[1];
        double w2 = weights[2];
        double w3 = weights[3];
        for (int i = 0; i < count; i++) {
            int k = i * parts;
            into[first + i] = w0 * line[k] + w1 * line[k + 1] + w2 * line[k + 2] + w3 * line[k + 3];
        }
    }

    /** Where the first pixel lies in the table. A star that moves to the right makes a pixel see what was to its left. */
    private final class Axis {
        private final int first;
        private final double behind;

        Axis(double fromCentre) {
            double place = fromCentre * parts + side / 2;
            this.first = (int) Math.floor(place) - 1;
            this.behind = place - Math.floor(place);
        }

        int first() {
            return first;
        }

        double[] values() {
            return Splines.values(behind);
        }

        double[] slopes() {
            return times(Splines.slopes(behind), -parts);
        }

        double[] bends() {
            return times(Splines.bends(behind), parts * parts);
        }

        private static double[] times(double[] weights, double factor) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= factor;
            }
            return weights;
        }
    }
}

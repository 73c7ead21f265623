package dev.vigil.reduction.pointspread;

import dev.vigil.reduction.sources.Seeing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the image of a star is made up of: the typical Moffat profile, and what may be added to it so that it becomes wider, longer,
 * lopsided or three-cornered. These are the profile times polynomials of coordinates that end at infinity, so that all fall off as it
 * does; they carry no light and move no star. Each is a table of what a pixel sees, several numbers for a pixel.
 */
final class StarShapes {
    private static final int LOWEST = 2;
    private static final int HIGHEST = 4;

    /** How far tables reach, in widths at half maximum. */
    private static final double REACH = 3;

    /** So many numbers for the width at half maximum leave nothing to be seen between them. */
    private static final double FINENESS = 6;

    private static final int MARGIN = 2;

    private static final double LEAST_BETA = 1.5;
    private static final double MOST_BETA = 100;
    private static final double MOST_ELLIPTICITY = 0.6;

    /** Gauss and Legendre: where in a pixel to look, and what it counts for. */
    private static final double[] POINTS = {-Math.sqrt(0.15), 0, Math.sqrt(0.15)};

    private static final double[] SHARES = {5.0 / 18, 8.0 / 18, 5.0 / 18};

    private final double fwhm;
    private final double beta;
    private final int reach;
    private final int parts;
    private final int side;

    /** The distance from the centre, in units of the profile's radius, from the coordinates in pixels. */
    private final double xx;

    private final double yy;
    private final double xy;

    /** The profile first. */
    private final List<double[]> tables = new ArrayList<>();

    private StarShapes(Seeing seeing) {
        this.fwhm = seeing.fwhm();
        this.beta = Math.max(LEAST_BETA, Math.min(seeing.beta(), MOST_BETA));
        this.reach = (int) Math.ceil(REACH * fwhm);
        this.parts = (int) Math.max(1, Math.ceil(FINENESS / fwhm));
        this.side = 2 * (reach + MARGIN) * parts + 1;
        double rounder = 1 - Math.min(seeing.ellipticity(), MOST_ELLIPTICITY);
        double direction = Math.toRadians(seeing.theta());
        double unit = 4 * (Math.pow(2, 1 / beta) - 1) / (fwhm * fwhm);
        double along = unit * rounder;
        double across = unit / rounder;
        double cosine = Math.cos(direction);
        double sine = Math.sin(direction);
        this.xx = along * cosine * cosine + across * sine * sine;
        this.yy = along * sine * sine + across * cosine * cosine;
        this.xy = 2 * (along - across) * cosine * sine;
    }

    static StarShapes of(Seeing seeing) {
        StarShapes shapes = new StarShapes(seeing);
        shapes.fill();
        shapes.tables.forEach(table -> Splines.prepare(table, shapes.side));
        return shapes;
    }

    private void fill() {
        double[] profile = sampled(0, 0);
        tables.add(profile);
        Slopes slopes = new Slopes(profile);
        for (int sum = LOWEST; sum <= HIGHEST; sum++) {
            for (int power = 0; power <= sum; power++) {
                double[] shape = sampled(sum - power, power);
                slopes.holdStill(shape);
                darken(shape, profile);
                tables.add(shape);
            }
        }
    }

    private double[] sampled(int powerX, int powerY) {
        double[] table = new double[side * side];
        for (int i = 0; i < table.length; i++) {
            table[i] = seenByPixel(coordinate(i % side), coordinate(i / side), powerX, powerY);
        }
        return table;
    }

    private double coordinate(int index) {
        return (index - side / 2) / (double) parts;
    }

    private double seenByPixel(double x, double y, int powerX, int powerY) {
        double sum = 0;
        for (int row = 0; row < POINTS.length; row++) {
            for (int column = 0; column < POINTS.length; column++) {
                double value = valueAt(x + POINTS[column], y + POINTS[row], powerX, powerY);
                sum += SHARES[row] * SHARES[column] * value;
            }
        }
        return sum;
    }

    private double valueAt(double x, double y, int powerX, int powerY) {
        double base = 1 + xx * x * x + yy * y * y + xy * x * y;
        double scale = 2 / fwhm / Math.sqrt(base);
        double top = (beta - 1) / Math.PI * Math.sqrt(xx * yy - xy * xy / 4);
        return top * Math.pow(base, -beta) * power(x * scale, powerX) * power(y * scale, powerY);
    }

    private static double power(double value, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= value;
        }
        return power;
    }

    /** The profile's slopes, and how far they move a star that is seen through a window of its width. */
    private final class Slopes {
        private final double[] alongX;
        private final double[] alongY;
        private final double xInX;
        private final double xInY;
        private final double yInX;
        private final double yInY;

        Slopes(double[] profile) {
            this.alongX = slope(profile, 1);
            this.alongY = slope(profile, side);
            this.xInX = moment(alongX, true);
            this.xInY = moment(alongX, false);
            this.yInX = moment(alongY, true);
            this.yInY = moment(alongY, false);
        }

        /** Takes away as much of them as a star of this shape would seem to move by. */
        void holdStill(double[] shape) {
            double inX = moment(shape, true);
            double inY = moment(shape, false);
            double own = xInX * yInY - xInY * yInX;
            double moveX = inX * yInY - inY * yInX;
            double moveY = inY * xInX - inX * xInY;
            for (int i = 0; i < shape.length; i++) {
                shape[i] -= (moveX * alongX[i] + moveY * alongY[i]) / own;
            }
        }
    }

    private double[] slope(double[] table, int step) {
        double[] slope = new double[table.length];
        for (int i = step; i < table.length - step; i++) {
            slope[i] = (table[i + step] - table[i - step]) * parts / 2;
        }
        return slope;
    }

    private double moment(double[] table, boolean inX) {
        double sum = 0;
        for (int i = 0; i < table.length; i++) {
            double x = coordinate(i % side);
            double y = coordinate(i / side);
            sum += Math.exp(-4 * Math.log(2) * (x * x + y * y) / (fwhm * fwhm)) * (inX ? x : y) * table[i];
        }
        return sum;
    }

    private static void darken(double[] shape, double[] profile) {
        double share = Arrays.stream(shape).sum() / Arrays.stream(profile).sum();
        for (int i = 0; i < shape.length; i++) {
            shape[i] -= share * profile[i];
        }
    }

    /** How many may be added to the profile. */
    int extras() {
        return tables.size() - 1;
    }

    /** The star that has so much of each. */
    StarImage image(double[] amounts) {
        double[] sum = tables.get(0).clone();
        for (int k = 0; k < amounts.length; k++) {
            double[] table = tables.get(k + 1);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += amounts[k] * table[i];
            }
        }
        return new StarImage(sum, side, parts, reach, fwhm);
    }

    /** One of what may be added, alone. */
    StarImage extra(int number) {
        return new StarImage(tables.get(number + 1), side, parts, reach, fwhm);
    }

    double fwhm() {
        return fwhm;
    }
}

package dev.vigil.reduction.astrometry;

/**
 * A turn with a change of scale, a shift, and perhaps a mirror before them: (x, ±y) times (a, b) as complex numbers, plus
 * the shift.
 */
record Similarity(double a, double b, boolean isMirrored, double shiftX, double shiftY) {
    double x(double x, double y) {
        return isMirrored ? a * x + b * y + shiftX : a * x - b * y + shiftX;
    }

    double y(double x, double y) {
        return isMirrored ? b * x - a * y + shiftY : b * x + a * y + shiftY;
    }

    double scale() {
        return Math.hypot(a, b);
    }

    /** From -180 to 180. */
    double turnDegrees() {
        return Math.toDegrees(Math.atan2(b, a));
    }

    double shift() {
        return Math.hypot(shiftX, shiftY);
    }

    /** The one that brings some points nearest to as many others. */
    static Similarity between(Points from, int[] corners, Points to, int[] others, boolean mirrored) {
        double sign = mirrored ? -1 : 1;
        double fromX = mean(from.x(), corners);
        double fromY = sign * mean(from.y(), corners);
        double toX = mean(to.x(), others);
        double toY = mean(to.y(), others);
        double norm = 0;
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < corners.length; i++) {
            double x = from.x()[corners[i]] - fromX;
            double y = sign * from.y()[corners[i]] - fromY;
            double u = to.x()[others[i]] - toX;
            double v = to.y()[others[i]] - toY;
            norm += x * x + y * y;
            real += x * u + y * v;
            imaginary += x * v - y * u;
        }
        double a = real / norm;
        double b = imaginary / norm;
        return new Similarity(a, b, mirrored, toX - a * fromX + b * fromY, toY - b * fromX - a * fromY);
    }

    private static double mean(double[] values, int[] which) {
        double sum = 0;
        for (int i : which) {
            sum += values[i];
        }
        return sum / which.length;
    }
}

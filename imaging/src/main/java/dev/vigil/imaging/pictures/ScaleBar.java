package dev.vigil.imaging.pictures;

/** A bar in the lower left corner of a picture, with the length that it has on the sky. */
final class ScaleBar {
    private static final double LONGEST_SHARE = 0.3;

    /** Round lengths in seconds of arc: a part of a second up to degrees. */
    private static final double[] LENGTHS = {
        0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 18_000, 36_000
    };

    private ScaleBar() {}

    /** Draws the longest round length that takes less than a third of the picture; nothing on a picture that is too small. */
    static void draw(Canvas canvas, double arcsecondsPerPixel) {
        double length = lengthFor(canvas.width(), arcsecondsPerPixel);
        if (canvas.hasRoomForMarks() && length > 0) {
            draw(canvas, (int) Math.round(length / arcsecondsPerPixel), label(length));
        }
    }

    /** In seconds of arc; 0 where no round length fits. */
    static double lengthFor(int width, double arcsecondsPerPixel) {
        double longest = LONGEST_SHARE * width * arcsecondsPerPixel;
        double best = 0;
        for (double length : LENGTHS) {
            best = length <= longest ? length : best;
        }
        return best;
    }

    /** In degrees, minutes or seconds of arc, whichever is a plain number. */
    static String label(double arcseconds) {
        if (arcseconds >= 3600) {
            return number(arcseconds / 3600) + "o";
        }
        return arcseconds >= 60 ? number(arcseconds / 60) + "'" : number(arcseconds) + "\"";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static void draw(Canvas canvas, int length, String label) {
        int dot = canvas.dot();
        int left = 8 * dot;
        int top = canvas.height() - 10 * dot;
        canvas.bar(left, top, length, 2 * dot);
        canvas.letters(label, left, top - (Canvas.LETTER_HEIGHT + 3) * dot);
    }
}

package dev.vigil.imaging;

import java.util.Map;

/** A bar in the lower left corner of a picture, with the length that it has on the sky. */
final class ScaleBar {
    private static final double LONGEST_SHARE = 0.3;
    private static final int SMALLEST_PICTURE = 96;
    private static final int LETTER_WIDTH = 6;
    private static final int LETTER_HEIGHT = 7;
    private static final byte LIGHT = (byte) 255;
    private static final byte DARK = 0;

    /** Round lengths in seconds of arc: a part of a second up to degrees. */
    private static final double[] LENGTHS = {
        0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 18_000, 36_000
    };

    /** Five columns by seven rows, a letter for each row: the bits of its columns, the leftmost the highest. */
    private static final Map<Character, int[]> LETTERS = Map.ofEntries(
            Map.entry('0', new int[] {14, 17, 19, 21, 25, 17, 14}),
            Map.entry('1', new int[] {4, 12, 4, 4, 4, 4, 14}),
            Map.entry('2', new int[] {14, 17, 1, 2, 4, 8, 31}),
            Map.entry('3', new int[] {31, 2, 4, 2, 1, 17, 14}),
            Map.entry('5', new int[] {31, 16, 30, 1, 1, 17, 14}),
            Map.entry('.', new int[] {0, 0, 0, 0, 0, 12, 12}),
            Map.entry('\'', new int[] {12, 4, 8, 0, 0, 0, 0}),
            Map.entry('"', new int[] {10, 10, 10, 0, 0, 0, 0}),
            Map.entry('o', new int[] {6, 9, 9, 6, 0, 0, 0}));

    private final int width;
    private final int height;
    private final byte[] greys;

    private ScaleBar(int width, int height, byte[] greys) {
        this.width = width;
        this.height = height;
        this.greys = greys;
    }

    /** Draws the longest round length that takes less than a third of the picture; nothing on a picture that is too small. */
    static void draw(int width, int height, byte[] greys, double arcsecondsPerPixel) {
        double length = lengthFor(width, arcsecondsPerPixel);
        if (Math.min(width, height) >= SMALLEST_PICTURE && length > 0) {
            new ScaleBar(width, height, greys)
                    .draw((int) Math.round(length / arcsecondsPerPixel), label(length), Math.max(1, width / 320));
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

    private void draw(int length, String label, int size) {
        int left = 8 * size;
        int top = height - 10 * size;
        box(left - size, top - size, length + 2 * size, 4 * size, DARK);
        box(left, top, length, 2 * size, LIGHT);
        letters(label, left, top - (LETTER_HEIGHT + 3) * size, size);
    }

    /** On a dark ground, so that they are read before a bright sky. */
    private void letters(String label, int left, int top, int size) {
        int ground = label.length() * LETTER_WIDTH * size + size;
        box(left - size, top - size, ground, (LETTER_HEIGHT + 2) * size, DARK);
        for (int i = 0; i < label.length(); i++) {
            letter(LETTERS.get(label.charAt(i)), left + i * LETTER_WIDTH * size, top, size);
        }
    }

    private void letter(int[] rows, int left, int top, int size) {
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < 5; column++) {
                if ((rows[row] >> (4 - column) & 1) == 1) {
                    box(left + column * size, top + row * size, size, size, LIGHT);
                }
            }
        }
    }

    private void box(int left, int top, int boxWidth, int boxHeight, byte grey) {
        for (int y = Math.max(0, top); y < Math.min(height, top + boxHeight); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + boxWidth); x++) {
                greys[y * width + x] = grey;
            }
        }
    }
}

package dev.vigil.imaging.pictures;

import java.util.Map;

/**
 * Shades of grey to draw on, the top row first.
 *
 * @param width of the picture
 * @param height of the picture
 * @param greys its pixels, which are drawn over
 */
record Canvas(int width, int height, byte[] greys) {
    private static final int LEAST_WITH_MARKS = 96;
    static final int LETTER_WIDTH = 6;
    static final int LETTER_HEIGHT = 7;
    static final byte LIGHT = (byte) 255;
    static final byte DARK = 0;

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
            Map.entry('o', new int[] {6, 9, 9, 6, 0, 0, 0}),
            Map.entry('N', new int[] {17, 25, 21, 19, 17, 17, 17}),
            Map.entry('E', new int[] {31, 16, 16, 30, 16, 16, 31}));

    /** Whether what is drawn in its corners would leave anything of the picture. */
    boolean hasRoomForMarks() {
        return Math.min(width, height) >= LEAST_WITH_MARKS;
    }

    /** How many pixels a dot of letters and lines has, so that they are read on large pictures too. */
    int dot() {
        return Math.max(1, width / 320);
    }

    /** On a dark ground, so that they are read before a bright sky. */
    void letters(String text, int left, int top) {
        int ground = text.length() * LETTER_WIDTH * dot() + dot();
        box(left - dot(), top - dot(), ground, (LETTER_HEIGHT + 2) * dot(), DARK);
        for (int i = 0; i < text.length(); i++) {
            letter(LETTERS.get(text.charAt(i)), left + i * LETTER_WIDTH * dot(), top);
        }
    }

    private void letter(int[] rows, int left, int top) {
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < 5; column++) {
                if ((rows[row] >> (4 - column) & 1) == 1) {
                    box(left + column * dot(), top + row * dot(), dot(), dot(), LIGHT);
                }
            }
        }
    }

    /** A light bar with a dark edge. */
    void bar(int left, int top, int barWidth, int barHeight) {
        box(left - dot(), top - dot(), barWidth + 2 * dot(), barHeight + 2 * dot(), DARK);
        box(left, top, barWidth, barHeight, LIGHT);
    }

    void box(int left, int top, int boxWidth, int boxHeight, byte grey) {
        for (int y = Math.max(0, top); y < Math.min(height, top + boxHeight); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + boxWidth); x++) {
                greys[y * width + x] = grey;
            }
        }
    }
}

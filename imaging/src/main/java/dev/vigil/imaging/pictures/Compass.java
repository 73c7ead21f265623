package dev.vigil.imaging.pictures;

/** Arrows in the lower right corner of a picture that has north up and east left. */
final class Compass {
    private static final int LENGTH = 20;
    private static final int HEAD = 3;

    private Compass() {}

    /** Nothing on a picture that is too small. */
    static void draw(Canvas canvas) {
        if (!canvas.hasRoomForMarks()) {
            return;
        }
        int dot = canvas.dot();
        int x = canvas.width() - 8 * dot;
        int y = canvas.height() - 8 * dot;
        canvas.bar(x, y - LENGTH * dot, dot, (LENGTH + 1) * dot);
        canvas.bar(x - LENGTH * dot, y, (LENGTH + 1) * dot, dot);
        for (int i = 0; i <= HEAD; i++) {
            canvas.box(x - i * dot, y - (LENGTH - i) * dot, (2 * i + 1) * dot, dot, Canvas.LIGHT);
            canvas.box(x - (LENGTH - i) * dot, y - i * dot, dot, (2 * i + 1) * dot, Canvas.LIGHT);
        }
        canvas.letters("N", x - 2 * dot, y - (LENGTH + Canvas.LETTER_HEIGHT + 3) * dot);
        canvas.letters("E", x - (LENGTH + Canvas.LETTER_WIDTH + 2) * dot, y - 3 * dot);
    }
}

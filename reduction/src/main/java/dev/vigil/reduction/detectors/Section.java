package dev.vigil.reduction.detectors;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rectangle of pixels, counted from zero; FITS headers write the same as {@code [x1:x2,y1:y2]}, counted from one. */
public record Section(int x, int y, int width, int height) {
    private static final Pattern FITS =
            Pattern.compile("\\s*\\[?\\s*(\\d+)\\s*:\\s*(\\d+)\\s*,\\s*(\\d+)\\s*:\\s*(\\d+)\\s*]?\\s*");

    public Section {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("No section of an image: " + written(x, y, width, height));
        }
    }

    /** The whole of an image of this size. */
    public static Section whole(Size size) {
        return new Section(0, 0, size.width(), size.height());
    }

    /** Reads {@code [x1:x2,y1:y2]}; a section written backwards covers the same pixels. */
    public static Section parse(String text) {
        Matcher matcher = FITS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a section of the form [x1:x2,y1:y2]: " + text);
        }
        return between(number(matcher, 1), number(matcher, 2), number(matcher, 3), number(matcher, 4));
    }

    private static Section between(int x1, int x2, int y1, int y2) {
        int left = Math.min(x1, x2);
        int bottom = Math.min(y1, y2);
        return new Section(left - 1, bottom - 1, Math.abs(x2 - x1) + 1, Math.abs(y2 - y1) + 1);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    public int endX() {
        return x + width;
    }

    public int endY() {
        return y + height;
    }

    boolean coversRow(int row) {
        return row >= y && row < endY();
    }

    boolean fitsInto(Size size) {
        return endX() <= size.width() && endY() <= size.height();
    }

    /** As FITS headers write it. */
    @Override
    public String toString() {
        return written(x, y, width, height);
    }

    private static String written(int x, int y, int width, int height) {
        return "[" + (x + 1) + ":" + (x + width) + "," + (y + 1) + ":" + (y + height) + "]";
    }
}

package dev.vigil.instruments;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rectangle of pixels as FITS writes it, {@code [x1:x2,y1:y2]}: counted from one, both ends inside. */
public record Section(int x1, int x2, int y1, int y2) {
    private static final Pattern FORM =
            Pattern.compile("\\s*\\[\\s*(\\d{1,7})\\s*:\\s*(\\d{1,7})\\s*,\\s*(\\d{1,7})\\s*:\\s*(\\d{1,7})\\s*]\\s*");

    public Section {
        if (x1 < 1 || y1 < 1 || x2 < x1 || y2 < y1) {
            throw new IllegalArgumentException(
                    "not a section: [" + x1 + ":" + x2 + "," + y1 + ":" + y2 + "]; it counts from 1, upwards");
        }
    }

    /** All pixels of an image of this size. */
    public static Section whole(int width, int height) {
        return new Section(1, width, 1, height);
    }

    /** Reads the FITS form; an axis that is written backwards is turned round. Throws if it is no section. */
    public static Section parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a section: '" + text + "'; it should look like [1:1024,1:1024]");
        }
        int[] ends = new int[4];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = Integer.parseInt(matcher.group(i + 1));
        }
        return new Section(
                Math.min(ends[0], ends[1]),
                Math.max(ends[0], ends[1]),
                Math.min(ends[2], ends[3]),
                Math.max(ends[2], ends[3]));
    }

    public int width() {
        return x2 - x1 + 1;
    }

    public int height() {
        return y2 - y1 + 1;
    }

    /** Whether every pixel of this section is inside an image of this size. */
    public boolean fitsIn(int imageWidth, int imageHeight) {
        return x2 <= imageWidth && y2 <= imageHeight;
    }

    /** Whether the two share a pixel. */
    public boolean overlaps(Section other) {
        return x1 <= other.x2 && other.x1 <= x2 && y1 <= other.y2 && other.y1 <= y2;
    }

    /** What is left of an image when this strip along one whole edge is taken away; empty if it is no such strip. */
    public Optional<Section> remainderOf(int imageWidth, int imageHeight) {
        boolean tall = y1 == 1 && y2 == imageHeight && width() < imageWidth;
        boolean wide = x1 == 1 && x2 == imageWidth && height() < imageHeight;
        if (tall && x1 == 1) {
            return Optional.of(new Section(x2 + 1, imageWidth, 1, imageHeight));
        }
        if (tall && x2 == imageWidth) {
            return Optional.of(new Section(1, x1 - 1, 1, imageHeight));
        }
        if (wide && y1 == 1) {
            return Optional.of(new Section(1, imageWidth, y2 + 1, imageHeight));
        }
        if (wide && y2 == imageHeight) {
            return Optional.of(new Section(1, imageWidth, 1, y1 - 1));
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "[" + x1 + ":" + x2 + "," + y1 + ":" + y2 + "]";
    }
}

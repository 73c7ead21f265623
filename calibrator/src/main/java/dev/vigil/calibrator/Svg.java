package dev.vigil.calibrator;

import java.util.Locale;

/** A drawing as SVG; the same calls give the same bytes. */
final class Svg {
    static final String INK = "#d5dbe6";
    static final String QUIET = "#8b97aa";
    static final String GROUND = "#141a26";
    static final String LINE = "#2c3648";

    /** From low to high, as matplotlib's viridis. */
    private static final int[][] COLOURS = {{68, 1, 84}, {59, 82, 139}, {33, 145, 140}, {94, 201, 98}, {253, 231, 37}};

    private final StringBuilder text = new StringBuilder();

    /** Adds markup with numbers in their places, with points however the machine is set. */
    Svg add(String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values)).append('\n');
        return this;
    }

    Svg words(double x, double y, String anchor, int size, String fill, String words) {
        return add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\" fill=\"%s\">%s</text>",
                x, y, anchor, size, fill, escaped(words));
    }

    Svg line(double x1, double y1, double x2, double y2, String stroke) {
        return add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>", x1, y1, x2, y2, stroke);
    }

    Svg dot(double x, double y, double radius, String fill) {
        return add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, fill);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The colour of a share of the way from low to high. */
    static String colour(double share) {
        double place = Math.max(0, Math.min(1, share)) * (COLOURS.length - 1);
        int below = Math.min(COLOURS.length - 2, (int) place);
        int[] from = COLOURS[below];
        int[] to = COLOURS[below + 1];
        int[] mixed = new int[3];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (int) Math.round(from[i] + (place - below) * (to[i] - from[i]));
        }
        return String.format(Locale.ROOT, "#%02x%02x%02x", mixed[0], mixed[1], mixed[2]);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package dev.vigil.calibrator.plots;

import java.util.HexFormat;
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

    /** Begins a group that says something when it is pointed at; the caller ends it. */
    Svg tip(String words) {
        return add("<g><title>%s</title>", escaped(words));
    }

    Svg line(double x1, double y1, double x2, double y2, String stroke) {
        return add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>", x1, y1, x2, y2, stroke);
    }

    Svg dot(double x, double y, double radius, String fill) {
        text.append("<circle");
        return number("cx", x).number("cy", y).number("r", radius).filled(fill);
    }

    Svg box(double x, double y, double width, double height, String fill) {
        text.append("<rect");
        return number("x", x)
                .number("y", y)
                .number("width", width)
                .number("height", height)
                .filled(fill);
    }

    /** By hand, because a plot has thousands of dots and boxes, and a format is read anew for each. */
    private Svg number(String name, double value) {
        text.append(' ')
                .append(name)
                .append("=\"")
                .append(Math.round(value * 10) / 10.0)
                .append('"');
        return this;
    }

    private Svg filled(String colour) {
        text.append(" fill=\"").append(colour).append("\"/>\n");
        return this;
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
        byte[] mixed = new byte[3];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (byte) Math.round(from[i] + (place - below) * (to[i] - from[i]));
        }
        return "#" + HexFormat.of().formatHex(mixed);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package dev.vigil.calibrator;

import dev.vigil.reduction.FieldMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * Draws maps of a detector side by side as SVG, on a ground of its own, so that it is read on light pages and dark. The
 * same maps give the same bytes.
 */
final class FieldPlot {
    private static final int SIDE = 300;
    private static final int GAP = 20;
    private static final int TITLE = 34;
    private static final int FOOT = 26;

    /** From low to high, as matplotlib's viridis. */
    private static final int[][] COLOURS = {{68, 1, 84}, {59, 82, 139}, {33, 145, 140}, {94, 201, 98}, {253, 231, 37}};

    private static final int FEW_CELLS = 64;

    private final List<Panel> panels = new ArrayList<>();

    /** One map, with how its numbers are written. */
    private record Panel(String title, FieldMap map, double factor, DoubleFunction<String> number) {}

    /** Adds a map of shares, written as percentages. */
    void addShares(String title, FieldMap map) {
        panels.add(new Panel(title, map, 100, value -> text("%+.1f %%", value)));
    }

    /** Adds a map of plain numbers. */
    void addNumbers(String title, FieldMap map) {
        panels.add(new Panel(title, map, 1, value -> text("%.2f", value)));
    }

    boolean isEmpty() {
        return panels.isEmpty();
    }

    String svg() {
        int width = panels.size() * (SIDE + GAP) + GAP;
        int height = TITLE + tallest() + FOOT;
        StringBuilder svg = new StringBuilder();
        svg.append(text(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"13\">\n<rect width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#141a26\"/>\n",
                width, height, width, height, width, height));
        for (int i = 0; i < panels.size(); i++) {
            draw(svg, panels.get(i), GAP + i * (SIDE + GAP));
        }
        return svg.append("</svg>\n").toString();
    }

    private int tallest() {
        return panels.stream().mapToInt(panel -> panelHeight(panel.map())).max().orElse(0);
    }

    private static double cell(FieldMap map) {
        return (double) SIDE / Math.max(map.columns(), map.rows());
    }

    private static int panelHeight(FieldMap map) {
        return (int) Math.ceil(cell(map) * map.rows());
    }

    private static void draw(StringBuilder svg, Panel panel, int left) {
        FieldMap map = panel.map();
        List<Double> known =
                map.values().stream().filter(Double::isFinite).sorted().toList();
        double low = known.get(0);
        double high = known.get(known.size() - 1);
        svg.append(text("<text x=\"%d\" y=\"22\" fill=\"#d5dbe6\">%s</text>\n", left, panel.title()));
        for (int i = 0; i < map.values().size(); i++) {
            draw(svg, panel, i, left, high > low ? (map.values().get(i) - low) / (high - low) : 0.5);
        }
        svg.append(text(
                "<text x=\"%d\" y=\"%d\" fill=\"#8b97aa\" font-size=\"12\">%s to %s</text>\n",
                left,
                TITLE + panelHeight(map) + 18,
                panel.number().apply(panel.factor() * low),
                panel.number().apply(panel.factor() * high)));
    }

    /** The lowest row of the detector is drawn at the bottom; where nothing is known the ground is seen. */
    private static void draw(StringBuilder svg, Panel panel, int index, int left, double share) {
        FieldMap map = panel.map();
        double value = map.values().get(index);
        if (!Double.isFinite(value)) {
            return;
        }
        double side = cell(map);
        double x = left + index % map.columns() * side;
        double y = TITLE + (map.rows() - 1 - index / map.columns()) * side;
        svg.append(text(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>\n",
                x, y, side + 0.3, side + 0.3, colour(share)));
        if (map.values().size() <= FEW_CELLS) {
            svg.append(text(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"11\" fill=\"%s\">%s</text>\n",
                    x + side / 2,
                    y + side / 2 + 4,
                    share > 0.6 ? "#141a26" : "#ffffff",
                    panel.number().apply(panel.factor() * value)));
        }
    }

    private static String colour(double share) {
        double place = share * (COLOURS.length - 1);
        int below = Math.min(COLOURS.length - 2, (int) place);
        int[] from = COLOURS[below];
        int[] to = COLOURS[below + 1];
        int[] mixed = new int[3];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (int) Math.round(from[i] + (place - below) * (to[i] - from[i]));
        }
        return text("#%02x%02x%02x", mixed[0], mixed[1], mixed[2]);
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}

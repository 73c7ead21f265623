package dev.vigil.calibrator.plots;

import dev.vigil.reduction.findings.FieldMap;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * A map of a detector: each cell in the colour of its value, the lowest row at the bottom; where nothing is known the ground
 * is seen.
 *
 * @param words how a value is written
 * @param names what the cells are called, if they have names
 */
record MapPanel(String title, FieldMap map, DoubleFunction<String> words, List<String> names) implements Panel {
    private static final int FEW_CELLS = 64;
    private static final double SMALL_CELL = 45;

    MapPanel {
        names = List.copyOf(names);
    }

    private MapPanel(String title, FieldMap map, DoubleFunction<String> words) {
        this(title, map, words, List.of());
    }

    /** A map of shares, written as percentages. */
    static MapPanel ofShares(String title, FieldMap map) {
        return new MapPanel(title, map, value -> String.format(Locale.ROOT, "%+.1f %%", 100 * value));
    }

    /** A map of numbers that are written in thousandths. */
    static MapPanel ofThousandths(String title, FieldMap map) {
        return new MapPanel(title, map, value -> String.format(Locale.ROOT, "%+.0f", 1000 * value));
    }

    /** A map of plain numbers. */
    static MapPanel ofNumbers(String title, FieldMap map) {
        return new MapPanel(title, map, value -> String.format(Locale.ROOT, "%.2f", value));
    }

    /** The same map, each cell with a name that is seen when it is pointed at. */
    MapPanel named(List<String> cells) {
        return new MapPanel(title, map, words, cells);
    }

    @Override
    public String foot() {
        return words.apply(low()) + " to " + words.apply(high());
    }

    @Override
    public int height() {
        return (int) Math.ceil(cell() * map.rows());
    }

    private double cell() {
        return (double) SIDE / Math.max(map.columns(), map.rows());
    }

    private double low() {
        return known().get(0);
    }

    private double high() {
        List<Double> known = known();
        return known.get(known.size() - 1);
    }

    private List<Double> known() {
        return map.values().stream().filter(Double::isFinite).sorted().toList();
    }

    @Override
    public void draw(Svg svg, int left, int top) {
        double low = low();
        double high = high();
        for (int i = 0; i < map.values().size(); i++) {
            double value = map.values().get(i);
            if (Double.isFinite(value)) {
                draw(svg, i, left, top, high > low ? (value - low) / (high - low) : 0.5);
            }
        }
    }

    private void draw(Svg svg, int index, int left, int top, double share) {
        double side = cell();
        double x = left + index % map.columns() * side;
        double y = top + (map.rows() - 1 - index / map.columns()) * side;
        if (index < names.size()) {
            svg.tip(names.get(index) + ": " + words.apply(map.values().get(index)));
        }
        svg.box(x, y, side + 0.3, side + 0.3, Svg.colour(share));
        if (map.values().size() <= FEW_CELLS) {
            svg.words(
                    x + side / 2,
                    y + side / 2 + 4,
                    "middle",
                    side < SMALL_CELL ? 8 : 11,
                    share > 0.6 ? Svg.GROUND : "#ffffff",
                    words.apply(map.values().get(index)));
        }
        if (index < names.size()) {
            svg.add("</g>");
        }
    }
}

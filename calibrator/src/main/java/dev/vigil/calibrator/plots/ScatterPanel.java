package dev.vigil.calibrator.plots;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Dots between two axes, with a line at nought. What lies far beyond the rest is drawn at the edge.
 *
 * @param across what lies on the axis from left to right, with its unit
 */
record ScatterPanel(String title, String across, List<Dot> dots, String foot) implements Panel {
    private static final int HEIGHT = 220;
    private static final int LEFT = 42;
    private static final int BOTTOM = 34;
    private static final double SIGMA_PER_MAD = 1.4826;
    private static final double SHOWN_SIGMAS = 6;
    private static final double LEAST_SPAN = 0.01;

    /** A star. */
    record Dot(double x, double y) {}

    ScatterPanel {
        dots = List.copyOf(dots);
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void draw(Svg svg, int left, int top) {
        double[] x = sorted(Dot::x);
        double low = x[0];
        double high = x[x.length - 1] > low ? x[x.length - 1] : low + 1;
        double span = span();
        Square square = new Square(left + LEFT, top, SIDE - LEFT, HEIGHT - BOTTOM, low, high, span);
        square.frame(svg);
        dots.forEach(dot -> svg.dot(square.x(dot.x()), square.y(dot.y()), 1.5, "#6ea3ff"));
        svg.words(left + LEFT, top + HEIGHT - BOTTOM + 14, "start", 11, Svg.QUIET, number(low));
        svg.words(left + SIDE, top + HEIGHT - BOTTOM + 14, "end", 11, Svg.QUIET, number(high));
        svg.words(left + (LEFT + SIDE) / 2.0, top + HEIGHT - BOTTOM + 28, "middle", 11, Svg.QUIET, across);
    }

    /** From nought to the upper edge. */
    private double span() {
        double[] away = sorted(dot -> Math.abs(dot.y()));
        double usual = SHOWN_SIGMAS * SIGMA_PER_MAD * away[away.length / 2];
        return Math.max(LEAST_SPAN, Math.min(usual, away[away.length - 1]));
    }

    private double[] sorted(ToDoubleFunction<Dot> value) {
        double[] values = dots.stream().mapToDouble(value).toArray();
        Arrays.sort(values);
        return values;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Where values lie on the drawing. */
    private record Square(int left, int top, int width, int height, double low, double high, double span) {
        double x(double value) {
            return left + width * (value - low) / (high - low);
        }

        double y(double value) {
            return top + height / 2.0 * (1 - Math.max(-1, Math.min(1, value / span)));
        }

        void frame(Svg svg) {
            svg.add(
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"%s\"/>",
                    left, top, width, height, Svg.LINE);
            svg.line(left, y(0), left + width, y(0), Svg.QUIET);
            svg.words(left - 5, top + 9, "end", 11, Svg.QUIET, "+" + number(span));
            svg.words(left - 5, y(0) + 4, "end", 11, Svg.QUIET, "0");
            svg.words(left - 5, top + height, "end", 11, Svg.QUIET, number(-span));
        }
    }
}

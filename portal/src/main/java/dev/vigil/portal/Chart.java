package dev.vigil.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A small plot of something through a night, as SVG that takes its colours from the page.
 *
 * @param name what is plotted
 * @param unit its unit; empty for a plain number
 * @param dots the frames
 */
record Chart(String name, String unit, List<Dot> dots) {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 176;
    private static final int LEFT = 46;
    private static final int RIGHT = 10;
    private static final int TOP = 12;
    private static final int BOTTOM = 24;
    private static final int LINES = 4;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    /** Steps between the times below a plot, in minutes. */
    private static final int[] STEPS = {5, 10, 15, 30, 60, 120, 180, 240, 360};

    /**
     * One frame.
     *
     * @param at when it began
     * @param value what was measured
     * @param colour which of the page's colours it has
     * @param words what is said when it is pointed at
     * @param link its page
     */
    record Dot(Instant at, double value, int colour, String words, String link) {}

    Chart {
        dots = dots.stream().sorted(Comparator.comparing(Dot::at)).toList();
        if (dots.isEmpty()) {
            throw new IllegalArgumentException("a plot of nothing shows nothing: " + name);
        }
    }

    Html svg() {
        Axis values = values();
        return Html.of(
                """
                <figure class="chart"><figcaption>{} <span class="unit">{}</span></figcaption>
                <svg viewBox="0 0 {} {}" role="img" aria-label="{} through the night">{}{}{}</svg></figure>
                """,
                name,
                unit,
                WIDTH,
                HEIGHT,
                name,
                Html.join(values.lines().stream()
                        .map(value -> line(values, value))
                        .toList()),
                Html.join(hours().stream().map(this::hour).toList()),
                Html.join(dots.stream().map(dot -> dot(values, dot)).toList()));
    }

    /** From the least to the most; a few that are far above all others are drawn at the top. */
    private Axis values() {
        double[] sorted = dots.stream().mapToDouble(Dot::value).sorted().toArray();
        double least = sorted[0];
        double usual = sorted[(int) (0.9 * (sorted.length - 1))];
        double most = sorted[sorted.length - 1];
        boolean isFar = most - least > 4 * (usual - least) && usual > least;
        return Axis.around(least, isFar ? least + 1.5 * (usual - least) : most);
    }

    private Html line(Axis values, double value) {
        String y = number(y(values, value));
        return Html.of(
                "<line class=\"grid\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/><text class=\"value\" x=\"{}\" y=\"{}\">{}</text>",
                LEFT,
                WIDTH - RIGHT,
                y,
                y,
                LEFT - 6,
                number(y(values, value) + 4),
                values.words(value, 0));
    }

    private List<Instant> hours() {
        Instant first = dots.get(0).at();
        Instant last = dots.get(dots.size() - 1).at();
        long minutes = Duration.between(first, last).toMinutes();
        long step = 60L
                * Arrays.stream(STEPS)
                        .filter(each -> minutes <= 5L * each)
                        .findFirst()
                        .orElse(STEPS[STEPS.length - 1]);
        long start = (first.getEpochSecond() + step - 1) / step * step;
        return Stream.iterate(start, second -> second <= last.getEpochSecond(), second -> second + step)
                .map(Instant::ofEpochSecond)
                .toList();
    }

    private Html hour(Instant at) {
        String x = number(x(at));
        return Html.of(
                "<line class=\"grid\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/><text class=\"hour\" x=\"{}\" y=\"{}\">{}</text>",
                x,
                x,
                HEIGHT - BOTTOM,
                HEIGHT - BOTTOM + 4,
                x,
                HEIGHT - 7,
                CLOCK.format(at));
    }

    private Html dot(Axis values, Dot dot) {
        boolean isBeyond = dot.value() > values.most();
        return Html.of(
                "<a href=\"{}\" tabindex=\"-1\"><circle class=\"c{}{}\" cx=\"{}\" cy=\"{}\" r=\"3.2\"><title>{}</title></circle></a>",
                dot.link(),
                dot.colour(),
                isBeyond ? " beyond" : "",
                number(x(dot.at())),
                number(y(values, Math.min(dot.value(), values.most()))),
                dot.words() + ", " + values.words(dot.value(), 1) + (unit.isEmpty() ? "" : " " + unit)
                        + (isBeyond ? ", above this plot" : ""));
    }

    /** A night of one moment stands in the middle. */
    private double x(Instant at) {
        double whole = Duration.between(
                        dots.get(0).at(), dots.get(dots.size() - 1).at())
                .toMillis();
        double share = whole == 0 ? 0.5 : Duration.between(dots.get(0).at(), at).toMillis() / whole;
        return LEFT + 8 + share * (WIDTH - LEFT - RIGHT - 16);
    }

    private static double y(Axis values, double value) {
        return HEIGHT - BOTTOM - values.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static String number(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    /** Round numbers that span what is shown. */
    record Axis(double least, double most, double step) {
        static Axis around(double least, double most) {
            double span = most > least ? most - least : Math.max(1e-6, Math.abs(least) * 0.2);
            double low = most > least ? least : least - span / 2;
            double step = roundStep(span / LINES);
            return new Axis(Math.floor(low / step) * step, Math.ceil((low + span) / step) * step, step);
        }

        private static double roundStep(double about) {
            double ten = Math.pow(10, Math.floor(Math.log10(about)));
            double share = about / ten;
            return ten * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
        }

        double share(double value) {
            return (value - least) / (most - least);
        }

        /** With the digits that tell one line from the next, and some more. */
        String words(double value, int more) {
            int decimals = Math.max(0, more - (int) Math.floor(Math.log10(step) + 1e-9));
            return BigDecimal.valueOf(value)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString();
        }

        List<Double> lines() {
            List<Double> lines = new ArrayList<>();
            for (int i = 0; least + i * step <= most + step / 2; i++) {
                lines.add(least + i * step);
            }
            return lines;
        }
    }
}

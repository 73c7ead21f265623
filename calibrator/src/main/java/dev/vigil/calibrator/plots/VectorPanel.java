package dev.vigil.calibrator.plots;

import dev.vigil.reduction.astrometry.Residual;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.statistics.Median;
import java.util.List;
import java.util.Locale;

/** By how much sources lie beside their stars of the catalogue: a line for each, on the detector, much longer than it is. */
record VectorPanel(List<Residual> residuals, Size size, double arcsecondsPerPixel) implements Panel {
    /** More lines than these are no longer told apart. */
    private static final int MOST = 400;

    /** The length at which a typical line is drawn. */
    private static final double TYPICAL = 14;

    @Override
    public String title() {
        return "stars beside their places in the catalogue";
    }

    @Override
    public String foot() {
        return String.format(
                Locale.ROOT,
                "the bar is %.3f″; half of %d stars lie within %.3f″",
                bar(),
                residuals.size(),
                typical() * arcsecondsPerPixel);
    }

    @Override
    public int height() {
        return (int) Math.ceil(size.height() * scale());
    }

    private double scale() {
        return (double) SIDE / Math.max(size.width(), size.height());
    }

    /** Half of them are shorter, in pixels. */
    private double typical() {
        return Math.max(
                1e-6,
                Median.upper(residuals.stream().mapToDouble(Residual::length).toArray()));
    }

    /** The length of the bar: a round number of arc seconds some times the typical length. */
    private double bar() {
        double about = 3 * typical() * arcsecondsPerPixel;
        double ten = Math.pow(10, Math.floor(Math.log10(about)));
        return about / ten >= 5 ? 5 * ten : about / ten >= 2 ? 2 * ten : ten;
    }

    @Override
    public void draw(Svg svg, int left, int top) {
        svg.add(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%.1f\" fill=\"none\" stroke=\"%s\"/>",
                left, top, size.width() * scale(), size.height() * scale(), Svg.LINE);
        int step = (residuals.size() + MOST - 1) / MOST;
        double longer = TYPICAL / typical();
        svg.add("<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\">", left, top, SIDE, height());
        for (int i = 0; i < residuals.size(); i += step) {
            draw(svg, residuals.get(i), longer);
        }
        svg.add("</svg>");
        double low = top + height() - 8.0;
        svg.line(left + 8, low, left + 8 + bar() / arcsecondsPerPixel * longer, low, Svg.INK);
    }

    private void draw(Svg svg, Residual residual, double longer) {
        double x = (residual.place().x() - 0.5) * scale();
        double y = (size.height() - residual.place().y() + 0.5) * scale();
        svg.line(x, y, x + residual.right() * longer, y - residual.up() * longer, "#5ec962");
        svg.dot(x, y, 1.3, Svg.INK);
    }
}

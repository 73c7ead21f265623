package dev.vigil.calibrator.plots;

import java.util.ArrayList;
import java.util.List;

/** Panels two by two as SVG, on a ground of its own, so that it is read on light pages and dark. */
public final class PlotSheet {
    private static final int GAP = 20;
    private static final int TITLE = 34;
    private static final int FOOT = 26;
    private static final int COLUMNS = 2;

    private final List<Panel> panels = new ArrayList<>();

    void add(Panel panel) {
        panels.add(panel);
    }

    public boolean isEmpty() {
        return panels.isEmpty();
    }

    public String svg() {
        int columns = Math.min(COLUMNS, panels.size());
        int width = columns * (Panel.SIDE + GAP) + GAP;
        Svg drawn = new Svg();
        int top = 0;
        for (int i = 0; i < panels.size(); i += COLUMNS) {
            List<Panel> row = panels.subList(i, Math.min(panels.size(), i + COLUMNS));
            top = draw(drawn, row, top);
        }
        return new Svg()
                        .add(
                                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\">",
                                width, top, width, top)
                        .add("<rect width=\"%d\" height=\"%d\" rx=\"6\" fill=\"%s\"/>", width, top, Svg.GROUND)
                + drawn.toString()
                + "</svg>\n";
    }

    /** Returns where the next row begins. */
    private static int draw(Svg svg, List<Panel> row, int top) {
        int bottom = top + TITLE;
        for (int i = 0; i < row.size(); i++) {
            Panel panel = row.get(i);
            int left = GAP + i * (Panel.SIDE + GAP);
            svg.words(left, top + 22, "start", 13, Svg.INK, panel.title());
            panel.draw(svg, left, top + TITLE);
            svg.words(left, top + TITLE + panel.height() + 18, "start", 12, Svg.QUIET, panel.foot());
            bottom = Math.max(bottom, top + TITLE + panel.height());
        }
        return bottom + FOOT;
    }
}

package dev.vigil.calibrator.plots;

/** One of the drawings on a {@link PlotSheet}. */
interface Panel {
    /** The width of every panel. */
    int SIDE = 300;

    /** What is drawn, with its unit. */
    String title();

    /** What stands below: the range, or a scale. */
    String foot();

    int height();

    /** Draws into a square whose upper left corner lies there. */
    void draw(Svg svg, int left, int top);
}

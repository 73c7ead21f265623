package dev.vigil.reduction.sources;

/**
 * The core of a source, seen through a Gaussian window as wide as a star that follows it to its centre (SExtractor's
 * XWIN_IMAGE).
 *
 * @param x its centre, counted from 0
 * @param y its centre, counted from 0
 * @param positionError the standard error of either
 * @param shape the core's own second moments, the window and the pixel taken out
 * @param light what the window shows
 * @param wide the same through a window of twice the width
 */
record Core(double x, double y, double positionError, Ellipse shape, Flux light, Flux wide) {
    private static final int MOST_ROUNDS = 16;
    private static final double CLOSE_ENOUGH = 3e-4;

    /** Nothing is wider under a window than this many times its variance. */
    private static final double WIDEST = 9;

    private static final double LEAST_SEEN = 0.3;
    private static final double MOST_SEEN = 0.7;
    private static final double VARIANCE_OF_A_PIXEL = 1.0 / 12;

    /** Where the window does not settle near the outline's centre, that is the centre. */
    static Core of(Outline outline, Window window, Windows windows) {
        double x = outline.x();
        double y = outline.y();
        window.addUp(x, y);
        for (int round = 0; round < MOST_ROUNDS && window.light() > 0; round++) {
            double slackness = slackness(window);
            double stepX = slackness * window.meanX();
            double stepY = slackness * window.meanY();
            x += stepX;
            y += stepY;
            if (!(Math.hypot(x - outline.x(), y - outline.y()) < 2 * window.sigma())) {
                return at(outline.x(), outline.y(), outline, window, windows);
            }
            if (Math.abs(stepX) < CLOSE_ENOUGH && Math.abs(stepY) < CLOSE_ENOUGH) {
                break;
            }
            window.addUp(x, y);
        }
        return at(x, y, outline, window, windows);
    }

    private static Core at(double x, double y, Outline outline, Window window, Windows windows) {
        window.addUp(x, y);
        windows.narrow().addUp(x, y);
        windows.wide().addUp(x, y);
        double error = slackness(window) * Math.sqrt(window.varianceOfMoment(x, y)) / Math.abs(window.light());
        return new Core(
                x,
                y,
                error,
                windows.narrow().light() > 0 ? shape(windows.narrow()) : outline.shape(),
                windows.narrow().flux(),
                windows.wide().flux());
    }

    /** How far the window has to go to undo a shift of its centre of light by one; two for a Gaussian as wide as it. */
    private static double slackness(Window window) {
        double seen = (window.meanXx() + window.meanYy()) / 2 / (window.sigma() * window.sigma());
        return 1 / (1 - Math.max(LEAST_SEEN, Math.min(seen, MOST_SEEN)));
    }

    private static Ellipse shape(Window window) {
        double width = window.sigma() * window.sigma();
        double middle = (window.meanXx() + window.meanYy()) / 2;
        double half = Math.hypot((window.meanXx() - window.meanYy()) / 2, window.meanXy());
        double greatest = withoutWindow(middle + half, width);
        double smallest = withoutWindow(middle - half, width);
        double direction = Math.atan2(2 * window.meanXy(), window.meanXx() - window.meanYy());
        double ofPixel = VARIANCE_OF_A_PIXEL;
        double xx = (greatest + smallest) / 2 - ofPixel + (greatest - smallest) / 2 * Math.cos(direction);
        double yy = (greatest + smallest) / 2 - ofPixel - (greatest - smallest) / 2 * Math.cos(direction);
        return Ellipse.of(xx, yy, (greatest - smallest) / 2 * Math.sin(direction));
    }

    /** A Gaussian of variance s under a window of variance w shows the variance s w / (s + w). */
    private static double withoutWindow(double seen, double window) {
        double inverse = 1 / Math.max(seen, window / 100) - 1 / window;
        return inverse > 1 / (WIDEST * window) ? 1 / inverse : WIDEST * window;
    }
}

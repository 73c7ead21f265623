package dev.vigil.reduction.pointspread;

/** The images of stars all over a field, each made once: in one of its squares stars look alike. */
final class StarImages {
    /** So many squares along an axis. */
    private static final int SQUARES = 24;

    private final PointSpread model;
    private final double width;
    private final double height;
    private final StarImage[] images = new StarImage[SQUARES * SQUARES];

    StarImages(PointSpread model) {
        this.model = model;
        this.width = (double) model.field().width() / SQUARES;
        this.height = (double) model.field().height() / SQUARES;
    }

    /** The image of a star that lies here, counted from 0. */
    StarImage at(double x, double y) {
        int column = square((x + 0.5) / width);
        int row = square((y + 0.5) / height);
        int number = row * SQUARES + column;
        if (images[number] == null) {
            images[number] = model.at((column + 0.5) * width - 0.5, (row + 0.5) * height - 0.5);
        }
        return images[number];
    }

    private static int square(double at) {
        return (int) Math.max(0, Math.min(at, SQUARES - 1));
    }
}

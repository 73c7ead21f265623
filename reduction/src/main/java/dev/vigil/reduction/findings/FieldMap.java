package dev.vigil.reduction.findings;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.sources.Ellipse;
import dev.vigil.reduction.sources.SkyMesh;
import dev.vigil.reduction.sources.Source;
import dev.vigil.reduction.sources.SourceCatalogue;
import dev.vigil.reduction.statistics.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How something varies over a detector: one value for each cell of a grid, the lowest row first; not a number where
 * nothing is known.
 */
public record FieldMap(int columns, int rows, List<Double> values) {
    private static final int CELLS_OF_SKY = 24;
    private static final List<Integer> CELLS_OF_STARS = List.of(6, 4, 3);
    private static final int FEWEST_STARS = 3;
    private static final double BRIGHT = 20;

    public FieldMap {
        values = List.copyOf(values);
        if (values.size() != columns * rows) {
            throw new IllegalArgumentException(values.size() + " values do not fill " + columns + " x " + rows);
        }
    }

    /** The background by how much it lies above or below its median, as a share of it; nothing where that is not positive. */
    public static Optional<FieldMap> background(SkyMesh sky, Size size) {
        if (sky.isEmpty() || !(sky.level() > 0)) {
            return Optional.empty();
        }
        float[] line = new float[size.width()];
        return Optional.of(grid(CELLS_OF_SKY, size, (x, y) -> {
            sky.levelsOfRow((int) y, line);
            return line[(int) x] / sky.level() - 1;
        }));
    }

    /** The full width at half maximum of the stars in each cell, in pixels; nothing where most cells have too few. */
    public static Optional<FieldMap> starWidths(SourceCatalogue catalogue, Size size) {
        return ofStars(catalogue, size, Source::fwhm);
    }

    /**
     * One minus the smallest width by the greatest, of the mean shape of the stars in each cell, as a frame's ellipticity is of the mean shape of
     * all its stars; nothing where most cells have too few.
     */
    public static Optional<FieldMap> starEllipticities(SourceCatalogue catalogue, Size size) {
        return ofStars(catalogue, size, star -> star.core().stretch())
                .flatMap(stretch -> ofStars(catalogue, size, star -> star.core().slant())
                        .map(slant -> stretch.with(slant, Ellipse::ellipticity)));
    }

    /** What each cell and that of another map of the same stars come to. */
    private FieldMap with(FieldMap other, DoubleBinaryOperator both) {
        return new FieldMap(
                columns,
                rows,
                IntStream.range(0, values.size())
                        .mapToObj(cell -> both.applyAsDouble(values.get(cell), other.values.get(cell)))
                        .toList());
    }

    private static Optional<FieldMap> ofStars(SourceCatalogue catalogue, Size size, ToDoubleFunction<Source> value) {
        return of(
                size,
                catalogue.sources().stream()
                        .filter(source -> source.flags().isEmpty()
                                && source.significance() > BRIGHT
                                && Math.abs(source.spread()) < 3 * source.spreadError())
                        .map(star -> new Point(star.x(), star.y(), value.applyAsDouble(star)))
                        .toList());
    }

    /**
     * Something that is known at one place.
     *
     * @param x the column, the middle of the first pixel at 1
     * @param y the row
     */
    public record Point(double x, double y, double value) {}

    /** The median of what is known in each cell, in as many cells as most have enough points; nothing where they never have. */
    public static Optional<FieldMap> of(Size size, List<Point> points) {
        return CELLS_OF_STARS.stream()
                .map(cells -> of(cells, size, points))
                .filter(map -> 2 * map.known() >= map.values().size())
                .findFirst();
    }

    private static FieldMap of(int cells, Size size, List<Point> points) {
        double side = side(cells, size);
        return grid(
                cells,
                size,
                (x, y) -> median(points.stream()
                        .filter(point ->
                                Math.abs(point.x() - 1 - x) <= side / 2 && Math.abs(point.y() - 1 - y) <= side / 2)
                        .mapToDouble(Point::value)
                        .toArray()));
    }

    private long known() {
        return values.stream().filter(Double::isFinite).count();
    }

    private static double median(double[] values) {
        return values.length < FEWEST_STARS ? Double.NaN : Median.of(values);
    }

    private static double side(int cells, Size size) {
        return Math.max(size.width(), size.height()) / (double) cells;
    }

    /** So many square cells on the long side; asks for the value in the middle of each. */
    private static FieldMap grid(int cells, Size size, DoubleBinaryOperator value) {
        double side = side(cells, size);
        int columns = (int) Math.max(1, Math.round(size.width() / side));
        int rows = (int) Math.max(1, Math.round(size.height() / side));
        List<Double> values = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values.add(value.applyAsDouble(
                        (column + 0.5) * size.width() / columns, (row + 0.5) * size.height() / rows));
            }
        }
        return new FieldMap(columns, rows, values);
    }
}

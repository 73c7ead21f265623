package dev.vigil.calibrator.plots;

import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.FieldMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Where the detectors of a frame are drawn: side by side in the order of the file, the first at the lower left. */
record Mosaic(int detectors) {
    private static final int FEWEST = 2;

    Mosaic {
        if (detectors < 1) {
            throw new IllegalArgumentException("a frame of " + detectors + " detectors cannot be drawn");
        }
    }

    int columns() {
        return (int) Math.ceil(Math.sqrt(detectors));
    }

    int rows() {
        return (detectors + columns() - 1) / columns();
    }

    int column(int detector) {
        return detector % columns();
    }

    int row(int detector) {
        return detector / columns();
    }

    /** What all take that are each so large. */
    Size size(Size each) {
        return new Size(columns() * each.width(), rows() * each.height());
    }

    /** Where a place of a detector is among all that are each so large. */
    PixelPosition place(int detector, PixelPosition there, Size each) {
        return new PixelPosition(
                there.x() + column(detector) * (double) each.width(),
                there.y() + row(detector) * (double) each.height());
    }

    /** A number of each detector, in order; nothing where too few are known to be compared. */
    Optional<FieldMap> map(List<OptionalDouble> numbers) {
        List<Double> cells = IntStream.range(0, columns() * rows())
                .mapToObj(i -> i < numbers.size() ? numbers.get(i).orElse(Double.NaN) : Double.NaN)
                .toList();
        return cells.stream().filter(Double::isFinite).count() < FEWEST
                ? Optional.empty()
                : Optional.of(new FieldMap(columns(), rows(), cells));
    }
}

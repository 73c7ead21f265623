package dev.vigil.reduction.steps;

import dev.vigil.reduction.astrometry.Detection;
import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.sources.Source;
import dev.vigil.reduction.sources.SourceFlag;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Sources as the solving of coordinates wants them, without the pieces of trails that bleeding charge leaves. */
public final class Detections {
    private static final double SAME_COLUMN = 3;
    private static final int PIECES = 3;

    private Detections() {}

    public static List<Detection> of(List<Source> sources) {
        double[] columns = saturated(sources, Source::x);
        double[] rows = saturated(sources, Source::y);
        return sources.stream()
                .filter(Detections::isPlaced)
                .filter(source -> !source.is(SourceFlag.SATURATED)
                        || near(columns, source.x()) < PIECES && near(rows, source.y()) < PIECES)
                .map(Detections::of)
                .toList();
    }

    private static double[] saturated(List<Source> sources, ToDoubleFunction<Source> coordinate) {
        return sources.stream()
                .filter(source -> source.is(SourceFlag.SATURATED))
                .mapToDouble(coordinate)
                .toArray();
    }

    /** How many saturated sources lie on one line with this one, which is one of them. */
    private static long near(double[] line, double here) {
        return Arrays.stream(line)
                .filter(there -> Math.abs(there - here) < SAME_COLUMN)
                .count();
    }

    private static boolean isPlaced(Source source) {
        return Double.isFinite(source.x() + source.y() + source.inOutline().value()) && source.positionError() >= 0;
    }

    private static Detection of(Source source) {
        return new Detection(
                new PixelPosition(source.x(), source.y()),
                source.positionError(),
                source.inOutline().value(),
                !source.is(SourceFlag.SATURATED)
                        && !source.is(SourceFlag.TRUNCATED)
                        && !source.is(SourceFlag.OUTLINE_INCOMPLETE));
    }
}

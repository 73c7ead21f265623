package dev.vigil.reduction.pointspread;

import dev.vigil.reduction.sources.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which sources lie near each other. */
final class Neighbours {
    private final double cell;
    private final Map<Long, List<Source>> cells = new HashMap<>();

    /** Nobody will ask for those that are farther away than this. */
    Neighbours(List<Source> sources, double farthest) {
        this.cell = Math.max(1, farthest);
        for (Source source : sources) {
            cells.computeIfAbsent(key(column(source.x()), column(source.y())), key -> new ArrayList<>())
                    .add(source);
        }
    }

    private int column(double at) {
        return (int) Math.floor(at / cell);
    }

    private static long key(int column, int row) {
        return (long) row << 32 | column & 0xffffffffL;
    }

    /** The others within a distance, in pixels. */
    List<Source> of(Source source, double distance) {
        List<Source> near = new ArrayList<>();
        for (int row = column(source.y()) - 1; row <= column(source.y()) + 1; row++) {
            for (int column = column(source.x()) - 1; column <= column(source.x()) + 1; column++) {
                for (Source other : cells.getOrDefault(key(column, row), List.of())) {
                    if (other != source && Math.hypot(other.x() - source.x(), other.y() - source.y()) < distance) {
                        near.add(other);
                    }
                }
            }
        }
        return near;
    }
}

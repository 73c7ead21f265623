package dev.vigil.reduction.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Which things on an image lie near a place: they are sorted into squares, as wide as anybody will ask for. */
public final class Nearby<T> {
    private final ToDoubleFunction<T> x;
    private final ToDoubleFunction<T> y;
    private final double side;
    private final Map<Long, List<T>> squares = new HashMap<>();

    /** Nobody will ask for those that are farther away than this. */
    public Nearby(List<T> things, ToDoubleFunction<T> x, ToDoubleFunction<T> y, double farthest) {
        this.x = x;
        this.y = y;
        this.side = Math.max(1, farthest);
        for (T thing : things) {
            squares.computeIfAbsent(
                            key(number(x.applyAsDouble(thing)), number(y.applyAsDouble(thing))),
                            key -> new ArrayList<>())
                    .add(thing);
        }
    }

    private int number(double at) {
        return (int) Math.floor(at / side);
    }

    private static long key(int column, int row) {
        return (long) row << 32 | column & 0xffffffffL;
    }

    /** Those within a distance of a place, in pixels. */
    public List<T> within(double distance, double atX, double atY) {
        List<T> near = new ArrayList<>();
        for (int row = number(atY) - 1; row <= number(atY) + 1; row++) {
            for (int column = number(atX) - 1; column <= number(atX) + 1; column++) {
                for (T thing : squares.getOrDefault(key(column, row), List.of())) {
                    if (Math.hypot(x.applyAsDouble(thing) - atX, y.applyAsDouble(thing) - atY) < distance) {
                        near.add(thing);
                    }
                }
            }
        }
        return near;
    }
}

package dev.vigil.reduction.cosmicrays;

import java.util.Arrays;

/** What the noise around a pixel is at least: the smallest variance of the squares of pixels near it. */
final class NoiseFloor {
    /** Wider than any surroundings from which a noise is taken. */
    static final int SIDE = 32;

    private final int width;
    private final int columns;
    private final int rows;
    private final float[] least;

    private NoiseFloor(Field field) {
        this.width = field.width;
        this.columns = (field.width + SIDE - 1) / SIDE;
        this.rows = (field.height + SIDE - 1) / SIDE;
        this.least = new float[columns * rows];
    }

    static NoiseFloor of(Field field) {
        NoiseFloor floor = new NoiseFloor(field);
        Arrays.fill(floor.least, Float.POSITIVE_INFINITY);
        for (int y = 0; y < field.height; y++) {
            for (int column = 0; column < floor.columns; column++) {
                floor.lower(field, y, column);
            }
        }
        return floor.withNeighbours();
    }

    private void lower(Field field, int y, int column) {
        int square = y / SIDE * columns + column;
        int end = y * field.width + Math.min(field.width, (column + 1) * SIDE);
        float smallest = least[square];
        for (int i = y * field.width + column * SIDE; i < end; i++) {
            float variance = field.variance[i];
            smallest = variance > 0 && variance < smallest ? variance : smallest;
        }
        least[square] = smallest;
    }

    private NoiseFloor withNeighbours() {
        float[] alone = least.clone();
        for (int i = 0; i < least.length; i++) {
            least[i] = (float) Math.sqrt(smallestAround(alone, i % columns, i / columns));
        }
        return this;
    }

    private float smallestAround(float[] of, int column, int row) {
        float smallest = Float.POSITIVE_INFINITY;
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                smallest = Math.min(smallest, of[y * columns + x]);
            }
        }
        return smallest;
    }

    /** The smallest standard deviation near a pixel. */
    float near(int i) {
        return ofSquare(i % width / SIDE, i / width / SIDE);
    }

    /** The smallest standard deviation near the pixels of a square. */
    float ofSquare(int column, int row) {
        return least[row * columns + column];
    }
}

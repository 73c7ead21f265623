package dev.vigil.reduction.sources;

import java.util.Arrays;

/** One value for each box of an image, and straight lines between the middles of the boxes. */
record Mesh(BoxAxis columns, BoxAxis rows, float[] values) {

    boolean isEmpty() {
        for (float value : values) {
            if (!Float.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    /** A box without a value gets the mean of its neighbours, the nearest first; nothing happens where none has one. */
    Mesh filled() {
        float[] now = values;
        while (hasHoles(now) && !isEmpty()) {
            now = filledOnce(now);
        }
        return new Mesh(columns, rows, now);
    }

    private static boolean hasHoles(float[] mesh) {
        for (float value : mesh) {
            if (Float.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    private float[] filledOnce(float[] before) {
        float[] after = before.clone();
        float[] near = new float[9];
        for (int i = 0; i < before.length; i++) {
            int known = neighbours(before, i, near);
            after[i] = Float.isNaN(before[i]) && known > 0 ? mean(near, known) : before[i];
        }
        return after;
    }

    private static float mean(float[] near, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += near[i];
        }
        return (float) (sum / count);
    }

    /** Each box gets the median of itself and its neighbours, so that one bright star spoils none. */
    Mesh smoothed() {
        float[] after = values.clone();
        float[] near = new float[9];
        for (int i = 0; i < values.length; i++) {
            after[i] = median(near, neighbourhood(i, near), values[i]);
        }
        return new Mesh(columns, rows, after);
    }

    /** Beyond the edge the mesh goes on as it comes, so that a slope stays one. */
    private int neighbourhood(int index, float[] near) {
        int column = index % columns.boxes();
        int row = index / columns.boxes();
        int count = 0;
        for (int up = -1; up <= 1; up++) {
            for (int right = -1; right <= 1; right++) {
                if (isInside(column + right, row + up)) {
                    near[count++] = at(column + right, row + up);
                } else if (isInside(column - right, row - up)) {
                    near[count++] = 2 * values[index] - at(column - right, row - up);
                }
            }
        }
        return count;
    }

    private boolean isInside(int column, int row) {
        return column >= 0 && row >= 0 && column < columns.boxes() && row < rows.boxes();
    }

    private float at(int column, int row) {
        return values[row * columns.boxes() + column];
    }

    private int neighbours(float[] mesh, int index, float[] near) {
        int column = index % columns.boxes();
        int row = index / columns.boxes();
        int count = 0;
        for (int y = Math.max(0, row - 1); y <= rows.behind(row); y++) {
            for (int x = Math.max(0, column - 1); x <= columns.behind(column); x++) {
                float value = mesh[y * columns.boxes() + x];
                if (!Float.isNaN(value)) {
                    near[count++] = value;
                }
            }
        }
        return count;
    }

    private static float median(float[] near, int count, float none) {
        Arrays.sort(near, 0, count);
        return count == 0 ? none : (near[(count - 1) / 2] + near[count / 2]) / 2;
    }

    float median() {
        return median(values.clone(), values.length, Float.NaN);
    }

    float least() {
        float least = Float.POSITIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    /** Writes the values of one row of pixels. */
    void row(int y, float[] into) {
        int below = rows.before(y);
        int above = rows.behind(below);
        float up = (float) rows.share(y, below);
        float[] line = new float[columns.boxes()];
        for (int column = 0; column < line.length; column++) {
            line[column] = mix(values[below * line.length + column], values[above * line.length + column], up);
        }
        for (int left = 0; left < columns.lines(); left++) {
            along(line, left, into);
        }
    }

    /** The value at the pixel that holds a place, or at the nearest one where none does. */
    float near(double x, double y) {
        int column = (int) Math.max(0, Math.min(Math.round(x), columns.pixels() - 1));
        int row = (int) Math.max(0, Math.min(Math.round(y), rows.pixels() - 1));
        int left = columns.before(column);
        int below = rows.before(row);
        float up = (float) rows.share(row, below);
        return mix(
                mix(at(left, below), at(left, rows.behind(below)), up),
                mix(at(columns.behind(left), below), at(columns.behind(left), rows.behind(below)), up),
                (float) columns.share(column, left));
    }

    /** Draws the line from the middle of one box to that of the next; the outermost lines go on to the edge. */
    private void along(float[] line, int left, float[] into) {
        int right = columns.behind(left);
        int start = columns.startOfLine(left);
        int end = columns.startOfLine(left + 1);
        float step = (float) ((line[right] - line[left]) / columns.length());
        float value = mix(line[left], line[right], (float) columns.share(start, left));
        for (int x = start; x < end; x++) {
            into[x] = value + (x - start) * step;
        }
    }

    private static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }
}

package dev.vigil.reduction.references;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The rows of one cell while they are put in order: the brightest first, and each star once. */
final class Cell {
    private static final int STEPS = 4;
    /** Arc seconds. */
    private static final double SAME_PLACE = 0.0005;

    private byte[] bytes = new byte[1 << 16];
    private int rows;

    void add(byte[] from, int at) {
        if ((rows + 1) * StarRow.BYTES > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
        }
        System.arraycopy(from, at, bytes, rows * StarRow.BYTES, StarRow.BYTES);
        rows++;
    }

    int rows() {
        return rows;
    }

    /** Takes all rows out, those that are alike in place and magnitude only once. */
    byte[] takeSorted() {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int[] starts = IntStream.range(0, rows)
                .map(row -> row * StarRow.BYTES)
                .boxed()
                .sorted((one, other) -> compare(buffer, one, other))
                .mapToInt(Integer::intValue)
                .toArray();
        byte[] sorted = new byte[rows * StarRow.BYTES];
        int taken = 0;
        for (int i = 0; i < starts.length; i++) {
            if (i == 0 || !isSame(buffer, starts[i - 1], starts[i])) {
                System.arraycopy(bytes, starts[i], sorted, taken, StarRow.BYTES);
                taken += StarRow.BYTES;
            }
        }
        rows = 0;
        return Arrays.copyOf(sorted, taken);
    }

    /** By place too, so that the same star twice lies side by side; every bit counts in the end, so that the order of the sources does not. */
    private static int compare(ByteBuffer rows, int one, int other) {
        int byMagnitude = Short.compare(StarRow.magnitude(rows, one), StarRow.magnitude(rows, other));
        if (byMagnitude != 0) {
            return byMagnitude;
        }
        int byDec = Integer.compare(StarRow.dec(rows, one), StarRow.dec(rows, other));
        return byDec != 0
                ? byDec
                : Arrays.compareUnsigned(
                        rows.array(), one, one + StarRow.BYTES, rows.array(), other, other + StarRow.BYTES);
    }

    /** Two files may round a place to different steps. */
    private static boolean isSame(ByteBuffer rows, int one, int other) {
        return StarRow.magnitude(rows, one) == StarRow.magnitude(rows, other)
                && Math.abs((long) StarRow.dec(rows, one) - StarRow.dec(rows, other)) <= STEPS
                && StarRow.place(rows, one).arcsecondsFrom(StarRow.place(rows, other)) < SAME_PLACE;
    }
}

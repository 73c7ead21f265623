package dev.vigil.reduction.detectors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * Where the pixels of a detector come to lie once the columns and rows that no data section covers are taken out.
 *
 * @param runs the columns that stay, as runs of neighbours
 */
public record Assembly(int[] columns, int[] rows, List<Run> runs) {
    /** The raw columns and rows that stay, in their order. */
    public static Assembly of(Detector detector) {
        BitSet columns = covered(detector, section -> new int[] {section.x(), section.endX()});
        BitSet rows = covered(detector, section -> new int[] {section.y(), section.endY()});
        return new Assembly(columns.stream().toArray(), rows.stream().toArray(), runs(columns));
    }

    /**
     * Columns that lie beside each other.
     *
     * @param first the first of them in the raw image
     * @param length how many they are
     */
    public record Run(int first, int length) {}

    private static BitSet covered(Detector detector, Function<Section, int[]> span) {
        BitSet covered = new BitSet();
        for (Amplifier amplifier : detector.amplifiers()) {
            int[] range = span.apply(amplifier.dataSection());
            covered.set(range[0], range[1]);
        }
        return covered;
    }

    private static List<Run> runs(BitSet covered) {
        List<Run> runs = new ArrayList<>();
        for (int first = covered.nextSetBit(0); first >= 0; ) {
            int end = covered.nextClearBit(first);
            runs.add(new Run(first, end - first));
            first = covered.nextSetBit(end);
        }
        return List.copyOf(runs);
    }

    public Size size() {
        return new Size(columns.length, rows.length);
    }

    Section place(Section raw) {
        return new Section(before(columns, raw.x()), before(rows, raw.y()), raw.width(), raw.height());
    }

    /** How many of the raw rows below this one stay. */
    public int rowsBefore(int rawRow) {
        return before(rows, rawRow);
    }

    public boolean staysRow(int rawRow) {
        return Arrays.binarySearch(rows, rawRow) >= 0;
    }

    private static int before(int[] sorted, int value) {
        int found = Arrays.binarySearch(sorted, value);
        return found >= 0 ? found : -found - 1;
    }
}

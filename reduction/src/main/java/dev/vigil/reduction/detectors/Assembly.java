package dev.vigil.reduction.detectors;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Function;

/** Where the pixels of a detector come to lie once the columns and rows that no data section covers are taken out. */
public record Assembly(int[] columns, int[] rows) {
    /** The raw columns and rows that stay, in their order. */
    public static Assembly of(Detector detector) {
        return new Assembly(
                covered(detector, section -> new int[] {section.x(), section.endX()}),
                covered(detector, section -> new int[] {section.y(), section.endY()}));
    }

    private static int[] covered(Detector detector, Function<Section, int[]> span) {
        BitSet covered = new BitSet();
        for (Amplifier amplifier : detector.amplifiers()) {
            int[] range = span.apply(amplifier.dataSection());
            covered.set(range[0], range[1]);
        }
        return covered.stream().toArray();
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

package dev.vigil.reduction.pixels;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What may be wrong with a pixel; the values are published in every product's header and never change. */
public enum MaskBit {
    BAD(1, "bad: hot, dead or known to be defective"),
    NON_LINEAR(2, "non-linear"),
    SATURATED(4, "saturated"),
    COSMIC_RAY(8, "cosmic ray"),
    NO_DATA(16, "no data"),
    OVERLAP(32, "overlap"),
    UNILLUMINATED(64, "unilluminated"),
    SATELLITE_STREAK(128, "satellite streak"),
    BLEED(256, "bleed"),
    INTERPOLATED(512, "interpolated");

    /** Pixels that say nothing of the light that fell on them. */
    public static final int UNUSABLE = of(BAD, SATURATED, NO_DATA, UNILLUMINATED);

    private final int value;
    private final String meaning;

    MaskBit(int value, String meaning) {
        this.value = value;
        this.meaning = meaning;
    }

    public int value() {
        return value;
    }

    public String meaning() {
        return meaning;
    }

    public boolean isIn(int mask) {
        return (mask & value) != 0;
    }

    /** The value of a mask with these bits set. */
    public static int of(MaskBit... bits) {
        return Arrays.stream(bits).mapToInt(MaskBit::value).reduce(0, (left, right) -> left | right);
    }

    /** The names of the bits that are set, for people. */
    public static String describe(int mask) {
        return Arrays.stream(values())
                .filter(bit -> bit.isIn(mask))
                .map(MaskBit::meaning)
                .collect(Collectors.joining(", "));
    }
}

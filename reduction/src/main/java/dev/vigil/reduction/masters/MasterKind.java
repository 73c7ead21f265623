package dev.vigil.reduction.masters;

/** The kinds of combined calibration, and the unit of each. */
public enum MasterKind {
    BIAS("bias", "adu"),
    DARK("dark", "electron/s"),
    FLAT("flat", ""),
    /** The pattern that the sky's lines make, as a share of the sky; it is given as a file, by filter. */
    FRINGE("fringe", "");

    private final String word;
    private final String unit;

    MasterKind(String word, String unit) {
        this.word = word;
        this.unit = unit;
    }

    public String word() {
        return word;
    }

    /** As BUNIT writes it; a flat has none. */
    public String unit() {
        return unit;
    }
}

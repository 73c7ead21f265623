package dev.vigil.reduction;

/** The kinds of combined calibration, and the unit of each. */
public enum MasterKind {
    BIAS("bias", "adu"),
    DARK("dark", "electron/s"),
    FLAT("flat", "");

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

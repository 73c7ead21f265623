package dev.vigil.reduction.detectors;

/** How the level of an amplifier is told from its overscan. */
public enum Overscan {
    /** The usual: the mean, because the median of whole numbers is only good to half a count. */
    ROW_MEAN("mean of each row clipped at 3 sigma"),
    ROW_MEDIAN("median of each row"),
    /** For overscans too narrow to tell the level of a row, where levels change slowly from row to row. */
    FIT("polynomial of order 3 through the clipped means of all rows"),
    /** For levels that do not change at all. */
    MEDIAN("median of the clipped means of all rows"),
    /** For overscans that tell nothing of the pixels beside them. */
    NONE("none");

    private final String words;

    Overscan(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether a row's level follows from that row alone. */
    public boolean isByRow() {
        return this == ROW_MEAN || this == ROW_MEDIAN;
    }
}

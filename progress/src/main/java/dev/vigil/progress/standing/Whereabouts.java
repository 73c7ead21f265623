package dev.vigil.progress.standing;

/** The one place where a frame is counted. */
public enum Whereabouts {
    RECORDED("recorded"),
    FAILED("failed"),
    WAITING("waiting"),
    STALLED("stalled"),
    EXCLUDED("excluded"),
    ON_THE_WAY("onTheWay");

    private final String word;

    Whereabouts(String word) {
        this.word = word;
    }

    /** The word that the progress topics use. */
    public String word() {
        return word;
    }

    /** Whether nothing more is expected to happen to the frame. */
    public boolean isSettled() {
        return this == RECORDED || this == FAILED || this == EXCLUDED;
    }
}

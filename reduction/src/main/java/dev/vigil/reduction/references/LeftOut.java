package dev.vigil.reduction.references;

/** Why a row of a source is no star of the catalogue. */
public enum LeftOut {
    NO_PLACE("without a place"),
    NO_MAGNITUDE("without a magnitude"),
    NONSENSE("with a place, magnitude or motion that cannot be"),
    TOO_FAINT("fainter than asked for"),
    ELSEWHERE("outside of the region"),
    TWICE("there twice, by place and magnitude");

    private final String words;

    LeftOut(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

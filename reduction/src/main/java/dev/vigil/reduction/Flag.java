package dev.vigil.reduction;

/** Why something could not be measured; the frame is none the worse for it. */
public enum Flag {
    SATURATION_UNKNOWN("the raw count at which pixels saturate is not known"),
    NOTHING_TO_MEASURE("no pixel has a usable value"),
    TOO_FEW_STARS("fewer than three clean stars, so no seeing");

    private final String meaning;

    Flag(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}

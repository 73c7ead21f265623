package dev.vigil.reduction.findings;

/** Why something could not be measured, or not as one would like; the frame is none the worse for it. */
public enum Flag {
    SATURATION_UNKNOWN("the raw count at which pixels saturate is not known"),
    SKY_INCLUDES_BIAS("the camera has no overscan, so the sky of the raw frame still contains the bias"),
    NOTHING_TO_MEASURE("no pixel has a usable value"),
    TOO_FEW_STARS("fewer than three clean stars, so no seeing"),
    ASTROMETRY_FAILED("no coordinates could be fitted; the header has what the telescope said"),
    ASTROMETRY_POOR("the coordinates rest on few stars, or stars are far from where they should be");

    private final String meaning;

    Flag(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}

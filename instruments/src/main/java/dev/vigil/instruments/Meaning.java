package dev.vigil.instruments;

/** What a header card can tell the engine; a profile lists the keywords that tell it, best first. */
enum Meaning {
    TYPE("type"),
    OBJECT("object"),
    FILTER("filter"),
    EXPOSURE("exposure"),
    REQUESTED_EXPOSURE("requestedExposure"),
    START("start"),
    START_TIME("startTime"),
    TIME_SCALE("timeScale"),
    EXPOSURE_ID("exposureId"),
    RUNNING_NUMBER("runningNumber"),
    MEMBER("member"),
    MEMBERS("members"),
    OPPORTUNITY("opportunity"),
    LONGITUDE("longitude"),
    CAMERA("camera"),
    SERIAL("serial"),
    DETECTOR("detector"),
    BINNING("binning"),
    X_BINNING("xBinning"),
    Y_BINNING("yBinning"),
    X_WINDOW("xWindow"),
    Y_WINDOW("yWindow"),
    GAIN_SETTING("gainSetting"),
    OFFSET("offset"),
    READ_MODE("readMode"),
    SET_TEMPERATURE("setTemperature"),
    TEMPERATURE("temperature"),
    ROW_ORDER("rowOrder"),
    ELECTRONS_PER_ADU("electronsPerAdu"),
    GAIN("gain"),
    READ_NOISE("readNoise"),
    SATURATION("saturation"),
    BIAS_SECTION("biasSection"),
    DATA_SECTION("dataSection");

    private final String key;

    Meaning(String key) {
        this.key = key;
    }

    /** The key of the profile's {@code headers} that lists the keywords. */
    String key() {
        return key;
    }
}

package dev.vigil.instruments;

/** Something about a frame that a person should know, and that does not stop it. */
public enum Flag {
    TYPE_FROM_NAME("the header says no frame type; the file name does"),
    NAME_DISAGREES_ON_TYPE("the file name says another frame type than the header"),
    NAME_DISAGREES_ON_TIME("the file name says another time than the header"),
    NAME_DISAGREES_ON_UNIT("the file name says another unit than the folder"),
    NAME_DISAGREES_ON_NIGHT("the file name says another night than the header"),
    NAME_DISAGREES_ON_OBJECT("the file name says another object than the header"),
    NAME_DISAGREES_ON_FILTER("the file name says another filter than the header"),
    NAME_DISAGREES_ON_BINNING("the file name says another binning than the header"),
    NAME_DISAGREES_ON_EXPOSURE("the file name says another exposure time than the header"),
    NAME_DISAGREES_ON_NUMBER("the file name says another running number than the header"),
    FOLDER_DISAGREES_ON_TYPE("the folder is for another frame type than the header says"),
    FOLDER_DISAGREES_ON_BINNING("the folder says another binning than the frame"),
    FOLDER_DISAGREES_ON_GAIN("the folder says another gain setting than the header"),
    FOLDER_DISAGREES_ON_OPPORTUNITY("the folder is for targets of opportunity, and the header says that this is none"),
    TINY("the file is smaller than the frames of this camera are"),
    BAD_DETECTOR("left out, because it is known to be bad at that time"),
    DOUBTFUL_DETECTOR("not to be relied on at that time"),
    EXPOSURE_ABORTED("the exposure was shorter than what was asked for"),
    TARGET_OF_OPPORTUNITY("a target of opportunity, by its header or the form of its name"),
    SKY_TILE("the object is a tile of the sky"),
    OBJECT_FROM_NAME("the header says no object; the file name does"),
    FILTER_FROM_NAME("the header says no filter; the file name does"),
    WRITTEN_BEFORE_ITS_END("the file was written before its exposure ended by the header"),
    CLOCK_WHOLE_HOURS_OFF("the header's clock is whole hours from the time of the file, frame after frame"),
    START_OUT_OF_ORDER("the exposure began out of the order of the running numbers"),
    NEIGHBOUR_OUT_OF_ORDER("another frame's start is out of the order of the running numbers"),
    FOLDER_DISAGREES("the folder's date is another night than the header's"),
    NIGHT_FROM_FOLDER("the profile's night rule could not be applied; the folder gives the night"),
    NIGHT_UNKNOWN("neither header nor folder gives the night"),
    GAIN_IS_A_SETTING("GAIN is a setting of the camera, not electrons per ADU"),
    GAIN_UNKNOWN("neither header nor profile says how many electrons one ADU is"),
    DATA_SECTION_FROM_BIAS_SECTION("the header names an overscan strip but no data section; the rest was taken");

    private final String meaning;

    Flag(String meaning) {
        this.meaning = meaning;
    }

    /** Whether something is not as it should be; the others say what a frame is of. */
    boolean isOdd() {
        return this != TARGET_OF_OPPORTUNITY && this != SKY_TILE;
    }

    /** What the flag says, as a sentence for people. */
    public String meaning() {
        return meaning;
    }
}

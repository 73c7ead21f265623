package dev.vigil.instruments.checks;

import java.util.Arrays;
import java.util.Optional;

/** What can be measured on a frame or master, by the name that events and profiles use, with its unit. */
public enum Measurable {
    LEVEL("level", "ADU", "median of the raw frame"),
    SATURATED_FRACTION("saturatedFraction", "", "share of pixels that are saturated"),
    SOURCES("sources", "", "detected sources"),
    SEEING("seeing", "pixel", "full width at half maximum of a star"),
    SEEING_ARCSEC("seeingArcsec", "arcsec", "full width at half maximum of a star on the sky"),
    ELLIPTICITY("ellipticity", "", "one minus the smallest width of a typical star by its greatest"),
    ELLIPTICITY_ANGLE(
            "ellipticityAngle", "deg", "direction of the greatest width, from the rows (x) towards the columns (y)"),
    SKY("sky", "electron", "background of a pixel; in ADU where the gain is not known"),
    NOISE("noise", "electron", "noise of a pixel of background; in ADU where the gain is not known"),
    COSMIC_RAYS("cosmicRays", "", "cosmic rays that were found"),
    COSMIC_RAY_PIXELS("cosmicRayPixels", "pixel", "pixels that cosmic rays have hit"),
    BLEEDS("bleeds", "", "trails of charge that bleeds out of saturated stars"),
    BLEED_PIXELS("bleedPixels", "pixel", "pixels on trails of bleeding charge"),
    STREAKS("streaks", "", "streaks of satellites that were found"),
    STREAK_PIXELS("streakPixels", "pixel", "pixels on streaks of satellites"),
    ASTROMETRY_STARS(
            "astrometryStars", "", "reference stars that the coordinates rest on; 0 where none could be fitted"),
    ASTROMETRY_RESIDUAL(
            "astrometryResidual",
            "arcsec",
            "root mean square of how far these are from where the coordinates put them"),
    ZERO_POINT("zeroPoint", "mag", "magnitude of one electron per second, in the reference catalogue's band"),
    ZERO_POINT_ERROR("zeroPointError", "mag", "standard error of the zero point"),
    ZERO_POINT_STARS("zeroPointStars", "", "reference stars that the zero point rests on"),
    ZERO_POINT_SCATTER("zeroPointScatter", "mag", "by how much single stars scatter about the zero point"),
    COLOUR_TERM("colourTerm", "mag/mag", "change of the zero point with the colour of stars, as the catalogue has it"),
    COLOUR_TERM_ERROR("colourTermError", "mag/mag", "standard error of the colour term"),
    COLOUR_TERM_BLUEST("colourTermBluest", "mag", "colour of the bluest star that the colour term rests on"),
    COLOUR_TERM_REDDEST("colourTermReddest", "mag", "colour of the reddest star that the colour term rests on"),
    LIMITING_MAGNITUDE("limitingMagnitude", "mag", "magnitude of a star that stands out by five times the sky's noise"),
    SKY_BRIGHTNESS("skyBrightness", "mag/arcsec2", "brightness of the sky"),
    AIRMASS(
            "airmass",
            "",
            "air that the telescope looked through, by site, time and field; where no moonSeparation is told, by its own header"),
    MOON_SEPARATION("moonSeparation", "deg", "angle from the middle of the field to the moon"),
    MOON_ALTITUDE("moonAltitude", "deg", "altitude of the moon; negative where it was down"),
    MOON_ILLUMINATION("moonIllumination", "", "lit share of the moon's disk"),
    SUN_ALTITUDE("sunAltitude", "deg", "altitude of the sun"),
    DETECTORS_LOST("detectorsLost", "", "detectors of the frame that could not be read or reduced", Carrier.CHECK, ""),
    BIAS_AGE("biasAge", "day", "time between the frame and its bias", Carrier.CHECK, ""),
    DARK_AGE("darkAge", "day", "time between the frame and its dark", Carrier.CHECK, ""),
    FLAT_AGE("flatAge", "day", "time between the frame and its flat", Carrier.CHECK, ""),
    MASTER_FRAMES("masterFrames", "", "frames that went into a master", Carrier.MASTER, "frames"),
    MASTER_LEFT_OUT("masterLeftOut", "", "frames of its set that did not", Carrier.CHECK, ""),
    MASTER_LEVEL(
            "masterLevel",
            "",
            "median of a master: ADU of a bias, electrons per second of a dark, shares of a flat",
            Carrier.MASTER,
            "level"),
    MASTER_SCATTER(
            "masterScatter",
            "",
            "how much its pixels differ from one to the next, in that unit",
            Carrier.MASTER,
            "scatter"),
    MASTER_UNCERTAINTY(
            "masterUncertainty", "", "median uncertainty of its pixels, in that unit", Carrier.MASTER, "uncertainty"),
    MASTER_STRUCTURE("masterStructure", "", "how much its regions differ, in that unit", Carrier.MASTER, "structure"),
    MASTER_CLIPPED(
            "masterClipped",
            "",
            "share of readings that did not agree with the others of their pixel",
            Carrier.MASTER,
            "clippedFraction"),
    MASTER_BAD("masterBad", "", "share of pixels that it marks as bad", Carrier.MASTER, "badShare"),
    MASTER_BAD_PIXELS("masterBadPixels", "pixel", "pixels that it marks as bad", Carrier.MASTER, "badPixels"),
    MASTER_SPAN("masterSpan", "day", "time between its first frame and its last", Carrier.CHECK, "");

    private final String key;
    private final String unit;
    private final String meaning;
    private final Carrier carrier;
    private final String carried;

    Measurable(String key, String unit, String meaning) {
        this(key, unit, meaning, Carrier.FRAME, key);
    }

    Measurable(String key, String unit, String meaning, Carrier carrier, String carried) {
        this.key = key;
        this.unit = unit;
        this.meaning = meaning;
        this.carrier = carrier;
        this.carried = carried;
    }

    /** What news tells such a number. */
    public enum Carrier {
        /** The measurements of a frame. */
        FRAME,
        /** The quality of a master. */
        MASTER,
        /** Nothing but the result of a check: it is worked out for it. */
        CHECK
    }

    /** The name in events and profiles. */
    public String key() {
        return key;
    }

    /** Empty for a plain number. */
    public String unit() {
        return unit;
    }

    /** What it is, in words. */
    public String meaning() {
        return meaning;
    }

    /** What tells it. */
    public Carrier carrier() {
        return carrier;
    }

    /** What its carrier calls it; empty where a check carries it, which has a name of its own. */
    public String carried() {
        return carried;
    }

    /** The one of this name. */
    public static Optional<Measurable> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }
}

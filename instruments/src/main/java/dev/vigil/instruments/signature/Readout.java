package dev.vigil.instruments.signature;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amplifier by its name, such as {@code N4/A}; a star for the detector means that of every detector.
 *
 * @param detector as the camera calls it, or {@link #ANY}
 * @param amplifier the suffix of its keywords, 1 where it has none
 */
public record Readout(String detector, String amplifier) {
    /** Stands for every detector. */
    public static final String ANY = "*";

    private static final Pattern FORM = Pattern.compile("([^/\\s]+)(?:/([^/\\s]+))?");

    /** Reads {@code DETECTOR/AMPLIFIER}, or {@code DETECTOR} alone where it has one amplifier. */
    public static Readout parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must name an amplifier as DETECTOR/AMPLIFIER, not '" + text + "'");
        }
        return new Readout(matcher.group(1), matcher.group(2) == null ? "1" : matcher.group(2));
    }

    public boolean isOfAll() {
        return detector.equals(ANY);
    }

    public boolean is(String itsDetector, String itsName) {
        return amplifier.equals(itsName) && (isOfAll() || detector.equals(itsDetector));
    }

    @Override
    public String toString() {
        return detector + "/" + amplifier;
    }
}

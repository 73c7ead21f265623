package dev.vigil.reduction.references;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** In what a number is counted; where a table does not say it is degrees, and milliarcseconds (per year) for what is small. */
enum Unit {
    NONE,
    ANGLE,
    SMALL_ANGLE,
    MOTION;

    private static final double MILLIARCSECONDS_PER_DEGREE = 3600e3;
    private static final Map<String, Double> DEGREES = Map.ofEntries(
            Map.entry("deg", 1.0),
            Map.entry("degree", 1.0),
            Map.entry("degrees", 1.0),
            Map.entry("rad", 180 / Math.PI),
            Map.entry("h", 15.0),
            Map.entry("hr", 15.0),
            Map.entry("hourangle", 15.0),
            Map.entry("arcmin", 1 / 60.0),
            Map.entry("arcsec", 1 / 3600.0),
            Map.entry("mas", 1 / MILLIARCSECONDS_PER_DEGREE),
            Map.entry("uas", 1e-3 / MILLIARCSECONDS_PER_DEGREE));

    /** By what a number in the unit is to be multiplied; nothing if the unit is not known. */
    OptionalDouble factor(String unit) {
        String plain = unit.toLowerCase(Locale.ROOT).replaceAll("[\\s()\\[\\]]", "");
        return switch (this) {
            case NONE -> OptionalDouble.of(1);
            case ANGLE -> plain.isEmpty() ? OptionalDouble.of(1) : degrees(plain, 1);
            case SMALL_ANGLE -> degrees(plain.isEmpty() ? "mas" : plain, MILLIARCSECONDS_PER_DEGREE);
            case MOTION -> degrees(perYear(plain.isEmpty() ? "mas" : plain), MILLIARCSECONDS_PER_DEGREE);
        };
    }

    private static String perYear(String unit) {
        return unit.replaceAll("[/.]?(yr|year|a)(\\*\\*|\\^)?(-1)?$", "");
    }

    private static OptionalDouble degrees(String unit, double perDegree) {
        Double degrees = DEGREES.get(unit);
        return degrees == null ? OptionalDouble.empty() : OptionalDouble.of(degrees * perDegree);
    }
}

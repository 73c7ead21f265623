package dev.vigil.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * How a measurement is written that only some frames have.
 *
 * @param label what it is called on a page
 * @param unit behind the number, with its space; empty for a plain number
 * @param decimals digits behind the point
 */
record Quantity(String label, String unit, int decimals) {
    private static final String MAGNITUDES = " mag";
    private static final String DEGREES = "°";

    private static final Map<String, Quantity> KNOWN = Map.ofEntries(
            Map.entry("zeroPoint", new Quantity("Zero point", MAGNITUDES, 3)),
            Map.entry("zeroPointError", new Quantity("Zero point, error", MAGNITUDES, 4)),
            Map.entry("zeroPointScatter", new Quantity("Zero point, scatter of stars", MAGNITUDES, 4)),
            Map.entry("zeroPointStars", new Quantity("Zero point, stars", "", 0)),
            Map.entry("colourTerm", new Quantity("Colour term", " mag per mag", 3)),
            Map.entry("colourTermError", new Quantity("Colour term, error", " mag per mag", 4)),
            Map.entry("colourTermBluest", new Quantity("Colour term, bluest star", MAGNITUDES, 2)),
            Map.entry("colourTermReddest", new Quantity("Colour term, reddest star", MAGNITUDES, 2)),
            Map.entry("limitingMagnitude", new Quantity("Depth, 5σ", MAGNITUDES, 2)),
            Map.entry("skyBrightness", new Quantity("Sky brightness", " mag/″²", 2)),
            Map.entry("astrometryResidual", new Quantity("Astrometry, residual", "″ rms", 3)),
            Map.entry("astrometryStars", new Quantity("Astrometry, stars", "", 0)),
            Map.entry("airmass", new Quantity("Airmass", "", 2)),
            Map.entry("moonSeparation", new Quantity("Moon, distance", DEGREES, 1)),
            Map.entry("moonAltitude", new Quantity("Moon, altitude", DEGREES, 1)),
            Map.entry("moonIllumination", new Quantity("Moon, lit share", "", 2)),
            Map.entry("sunAltitude", new Quantity("Sun, altitude", DEGREES, 1)));

    /** How the measurement of this name is written; one that nobody has described, by its name and as it is. */
    static String label(String name) {
        return KNOWN.containsKey(name) ? KNOWN.get(name).label() : Words.capital(Words.ofName(name));
    }

    /** The number with its unit. */
    static String words(String name, double value) {
        return KNOWN.containsKey(name) ? KNOWN.get(name).words(value) : plain(value);
    }

    private String words(double value) {
        return BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString()
                + unit;
    }

    /** What was counted is told to the last one. */
    private static String plain(double value) {
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return isWhole ? String.valueOf((long) value) : Words.number(value);
    }
}

package dev.vigil.portal;

import dev.vigil.schemas.events.Measurements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/** A measurement that only some frames have and the pages know: what events call it, and how it is written. */
enum Quantity {
    ZERO_POINT("zeroPoint", "Zero point", " mag", 3),
    ZERO_POINT_ERROR("zeroPointError", "Zero point, error", " mag", 4),
    ZERO_POINT_SCATTER("zeroPointScatter", "Zero point, scatter of stars", " mag", 4),
    ZERO_POINT_STARS("zeroPointStars", "Zero point, stars", "", 0),
    COLOUR_TERM("colourTerm", "Colour term", " mag per mag", 3),
    COLOUR_TERM_ERROR("colourTermError", "Colour term, error", " mag per mag", 4),
    COLOUR_TERM_BLUEST("colourTermBluest", "Colour term, bluest star", " mag", 2),
    COLOUR_TERM_REDDEST("colourTermReddest", "Colour term, reddest star", " mag", 2),
    LIMITING_MAGNITUDE("limitingMagnitude", "Depth, 5σ", " mag", 2),
    SKY_BRIGHTNESS("skyBrightness", "Sky brightness", " mag/″²", 2),
    ASTROMETRY_RESIDUAL("astrometryResidual", "Astrometry, residual", "″ rms", 3),
    ASTROMETRY_STARS("astrometryStars", "Astrometry, stars", "", 0),
    AIRMASS("airmass", "Airmass", "", 2),
    MOON_SEPARATION("moonSeparation", "Moon, distance", "°", 1),
    MOON_ALTITUDE("moonAltitude", "Moon, altitude", "°", 1),
    MOON_ILLUMINATION("moonIllumination", "Moon, lit share", "", 2),
    SUN_ALTITUDE("sunAltitude", "Sun, altitude", "°", 1);

    private final String key;
    private final String label;
    private final String unit;
    private final int decimals;

    /**
     * @param key the name in events
     * @param label what it is called on a page
     * @param unit behind the number, with its space; empty for a plain number
     * @param decimals digits behind the point
     */
    Quantity(String key, String label, String unit, int decimals) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.decimals = decimals;
    }

    /** The name in events. */
    String key() {
        return key;
    }

    /** What was measured of it. */
    Optional<Double> in(Measurements measurements) {
        return Optional.ofNullable(measurements.others().get(key));
    }

    /** How the measurement of this name is written; one that nobody has described, by its name and as it is. */
    static String label(String name) {
        return of(name).map(each -> each.label).orElseGet(() -> Words.capital(Words.ofName(name)));
    }

    /** The number with its unit. */
    static String words(String name, double value) {
        return of(name).map(each -> each.words(value)).orElseGet(() -> plain(value));
    }

    private static Optional<Quantity> of(String name) {
        return Arrays.stream(values()).filter(each -> each.key.equals(name)).findFirst();
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

package dev.vigil.reduction.ephemeris;

import dev.vigil.imaging.Header;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads where the telescope stands, as headers say it: longitudes to the east; and through how much air they say it looked. */
public final class SiteCards {
    private static final List<List<String>> WORDS = List.of(
            List.of("SITELONG", "SITELAT", "SITEELEV"),
            List.of("OBSGEO-L", "OBSGEO-B", "OBSGEO-H"),
            List.of("LONGITUD", "LATITUDE", "HEIGHT"),
            List.of("LONG-OBS", "LAT-OBS", "ALT-OBS"));

    /** Overhead it is one, and formulas differ in the third digit. */
    private static final double LEAST_AIRMASS = 0.99;

    private SiteCards() {}

    /** Nothing where no two cards in degrees say so. */
    public static Optional<Observatory> of(Header header) {
        return WORDS.stream().flatMap(words -> site(header, words).stream()).findFirst();
    }

    /** What the telescope's own software says; nothing where it cannot be. */
    public static OptionalDouble airmass(Header header) {
        OptionalDouble told = header.number("AIRMASS");
        return told.orElse(0) >= LEAST_AIRMASS ? told : OptionalDouble.empty();
    }

    private static Optional<Observatory> site(Header header, List<String> words) {
        OptionalDouble longitude = header.number(words.get(0));
        OptionalDouble latitude = header.number(words.get(1));
        return longitude.isPresent()
                        && latitude.isPresent()
                        && Math.abs(longitude.getAsDouble()) <= 360
                        && Math.abs(latitude.getAsDouble()) <= 90
                ? Optional.of(new Observatory(
                        "the header's site",
                        longitude.getAsDouble(),
                        latitude.getAsDouble(),
                        header.number(words.get(2)).orElse(0)))
                : Optional.empty();
    }
}

package dev.vigil.instruments;

import dev.vigil.instruments.HeaderMap.Found;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an east longitude from a header: degrees, or degrees, minutes and seconds. */
final class Longitude {
    private static final Pattern SEXAGESIMAL =
            Pattern.compile("([+-]?)(\\d{1,3})[:\\s]+(\\d{1,2})[:\\s]+(\\d{1,2}(?:\\.\\d*)?)");

    private Longitude() {}

    /** Empty for what is no longitude: then the night is not computed from it. */
    static Optional<Double> of(Optional<Found> found) {
        return found.flatMap(Longitude::degrees).filter(degrees -> Math.abs(degrees) <= 360);
    }

    private static Optional<Double> degrees(Found found) {
        Matcher matcher = SEXAGESIMAL.matcher(found.value());
        if (!matcher.matches()) {
            return found.header().number(found.keyword()).stream().boxed().findFirst();
        }
        double size = Integer.parseInt(matcher.group(2))
                + Integer.parseInt(matcher.group(3)) / 60.0
                + Double.parseDouble(matcher.group(4)) / 3600.0;
        return Optional.of(matcher.group(1).equals("-") ? -size : size);
    }
}

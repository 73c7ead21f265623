package dev.vigil.simulator;

import java.time.Duration;
import java.time.Instant;

/** Where the simulated telescope stands, and how the sky turns over it. */
final class Site {
    /** Degrees, east positive. */
    static final double LONGITUDE = -70.7366;

    static final double LATITUDE = -30.2407;
    static final double ELEVATION = 2700;

    private static final Instant J2000 = Instant.parse("2000-01-01T12:00:00Z");

    private Site() {}

    /** Local sidereal time in degrees: the right ascension on the meridian. */
    static double siderealTime(Instant when) {
        double days = Duration.between(J2000, when).toMillis() / 86_400_000.0;
        double turned = 280.46061837 + 360.98564736629 * days + LONGITUDE;
        return (turned % 360 + 360) % 360;
    }

    static double airmass(Instant when, double ra, double dec) {
        double hourAngle = Math.toRadians(siderealTime(when) - ra);
        double latitude = Math.toRadians(LATITUDE);
        double declination = Math.toRadians(dec);
        double sine = StrictMath.sin(latitude) * StrictMath.sin(declination)
                + StrictMath.cos(latitude) * StrictMath.cos(declination) * StrictMath.cos(hourAngle);
        return 1 / Math.max(0.1, sine);
    }
}

package dev.vigil.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Where a simulated telescope stands, and how the sky turns over it.
 *
 * @param longitude degrees, east positive
 * @param latitude degrees
 * @param elevation metres
 */
public record Site(double longitude, double latitude, double elevation) {
    static final Site GENERIC = new Site(-70.7366, -30.2407, 2700);

    private static final Instant J2000 = Instant.parse("2000-01-01T12:00:00Z");

    /** Local sidereal time in degrees: the right ascension on the meridian. */
    double siderealTime(Instant when) {
        double days = Duration.between(J2000, when).toMillis() / 86_400_000.0;
        double turned = 280.46061837 + 360.98564736629 * days + longitude;
        return (turned % 360 + 360) % 360;
    }

    double airmass(Instant when, double ra, double dec) {
        double hourAngle = Math.toRadians(siderealTime(when) - ra);
        double here = Math.toRadians(latitude);
        double declination = Math.toRadians(dec);
        double sine = StrictMath.sin(here) * StrictMath.sin(declination)
                + StrictMath.cos(here) * StrictMath.cos(declination) * StrictMath.cos(hourAngle);
        return 1 / Math.max(0.1, sine);
    }

    /** The clock on the wall, in whole hours from UTC. */
    public ZoneOffset clock() {
        return ZoneOffset.ofHours((int) Math.round(longitude / 15));
    }
}

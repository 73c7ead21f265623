package dev.vigil.reduction.ephemeris;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.time.Instant;
import java.util.Optional;
import org.jastronomy.jsofa.JSOFA;
import org.jastronomy.jsofa.JSOFA.JulianDate;
import org.jastronomy.jsofa.JSOFA.ObservedPosition;
import org.jastronomy.jsofa.JSOFA.SphericalCoordinate;
import org.jastronomy.jsofa.JSOFAException;

/**
 * The sky over a place at a time, by the routines of the IAU: the moon as it is seen from there and not from the middle of
 * the Earth. UTC stands in for UT1, which is less than a second or a quarter of a minute of arc away, and the aberration of
 * light, a third of a minute of arc, is left out.
 */
final class SkyOver {
    private static final double UNIX_EPOCH_AS_JULIAN_DATE = 2440587.5;
    private static final double MILLISECONDS_PER_DAY = 86_400_000;

    private final JSOFA.Astrom here = new JSOFA.Astrom();
    private final double[] moon;
    private final double[] sun;

    SkyOver(Observatory place, Instant time) {
        double days = time.toEpochMilli() / MILLISECONDS_PER_DAY;
        try {
            JulianDate atomic = JSOFA.jauUtctai(UNIX_EPOCH_AS_JULIAN_DATE, days);
            JulianDate terrestrial = JSOFA.jauTaitt(atomic.djm0, atomic.djm1);
            observe(place, days);
            double[][] aroundSun = new double[2][3];
            double[][] aroundAll = new double[2][3];
            JSOFA.jauEpv00(terrestrial.djm0, terrestrial.djm1, aroundSun, aroundAll);
            double[] observer = minus(here.eb, aroundAll[0]);
            moon = minus(JSOFA.jauMoon98(terrestrial.djm0, terrestrial.djm1)[0], observer);
            sun = minus(minus(new double[3], aroundSun[0]), observer);
        } catch (JSOFAException impossible) {
            throw new IllegalArgumentException("nobody knows the sky over " + place + " at " + time, impossible);
        }
    }

    /** Without an atmosphere, and with the pole where it is on average. */
    private void observe(Observatory place, double days) throws JSOFAException {
        JSOFA.jauApco13(
                UNIX_EPOCH_AS_JULIAN_DATE,
                days,
                0,
                Math.toRadians(place.longitudeDegrees()),
                Math.toRadians(place.latitudeDegrees()),
                place.heightMetres(),
                0,
                0,
                0,
                0,
                0,
                0.55,
                here);
    }

    private static double[] minus(double[] one, double[] other) {
        return new double[] {one[0] - other[0], one[1] - other[1], one[2] - other[2]};
    }

    double moonAltitude() {
        return altitude(moon);
    }

    double sunAltitude() {
        return altitude(sun);
    }

    double moonSeparation(SkyPosition field) {
        return Math.toDegrees(JSOFA.jauSepp(moon, direction(field)));
    }

    /** By the angle between the sun and the observer, as it is seen from the moon. */
    double moonIllumination() {
        double phase = JSOFA.jauSepp(minus(sun, moon), minus(new double[3], moon));
        return (1 + Math.cos(phase)) / 2;
    }

    /** By the formula of Pickering (2002), which is right down to the horizon; below it there is none. */
    Optional<Double> airmass(SkyPosition field) {
        double altitude = altitude(direction(field));
        return altitude <= 0
                ? Optional.empty()
                : Optional.of(1 / Math.sin(Math.toRadians(altitude + 244 / (165 + 47 * Math.pow(altitude, 1.1)))));
    }

    private static double[] direction(SkyPosition field) {
        return JSOFA.jauS2c(Math.toRadians(field.raDegrees()), Math.toRadians(field.decDegrees()));
    }

    private double altitude(double[] towards) {
        SphericalCoordinate place = JSOFA.jauC2s(JSOFA.jauRxp(here.bpn, towards));
        ObservedPosition seen = JSOFA.jauAtioq(place.alpha, place.delta, here);
        return 90 - Math.toDegrees(seen.zob);
    }
}

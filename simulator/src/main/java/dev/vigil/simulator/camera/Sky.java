package dev.vigil.simulator.camera;

import dev.vigil.simulator.Pointing;
import java.util.Locale;

/** What follows from where a telescope looks. */
final class Sky {
    private Sky() {}

    /** As headers tell it. */
    static double airmass(Pointing pointing) {
        return Math.rint(pointing.airmass() * 1e4) / 1e4;
    }

    /** Degrees above the horizon. */
    static double altitude(Pointing pointing) {
        return Math.rint(Math.toDegrees(StrictMath.asin(1 / pointing.airmass())) * 1e3) / 1e3;
    }

    /** Degrees as hours, minutes and seconds. */
    static String hours(double degrees) {
        return sexagesimal(degrees / 15, "%02d:%02d:%06.3f");
    }

    /** Degrees with minutes and seconds. */
    static String degrees(double degrees) {
        return (degrees < 0 ? "-" : "+") + sexagesimal(Math.abs(degrees), "%02d:%02d:%05.2f");
    }

    private static String sexagesimal(double value, String form) {
        int whole = (int) value;
        int minutes = (int) ((value - whole) * 60);
        return String.format(Locale.ROOT, form, whole, minutes, ((value - whole) * 60 - minutes) * 60);
    }
}

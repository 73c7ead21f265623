package dev.vigil.simulator.camera;

import dev.vigil.imaging.Header;
import dev.vigil.simulator.Pointing;
import java.util.Locale;

/** What follows from where a telescope looks. */
final class Sky {
    private static final int SECONDS = 3600;

    private Sky() {}

    /** As headers tell it. */
    static double airmass(Pointing pointing) {
        return Math.rint(pointing.airmass() * 1e4) / 1e4;
    }

    /** Degrees above the horizon. */
    static double altitude(Pointing pointing) {
        return Math.rint(Math.toDegrees(StrictMath.asin(1 / pointing.airmass())) * 1e3) / 1e3;
    }

    /** A projection as the camera's software knows it: upright, and without what its optics bend. The light begins behind so many columns. */
    static void coordinates(Header.Builder cards, String projection, Pointing seen, double scale, int columns) {
        cards.put("CTYPE1", "RA---" + projection, "");
        cards.put("CTYPE2", "DEC--" + projection, "");
        cards.put("CUNIT1", "deg", "");
        cards.put("CUNIT2", "deg", "");
        cards.put("CRVAL1", seen.ra(), "[deg]");
        cards.put("CRVAL2", seen.dec(), "[deg]");
        cards.put("CRPIX1", columns + seen.centreX(), "[pix]");
        cards.put("CRPIX2", seen.centreY(), "[pix]");
        cards.put("CD1_1", -scale / SECONDS, "[deg/pix]");
        cards.put("CD1_2", 0.0, "[deg/pix]");
        cards.put("CD2_1", 0.0, "[deg/pix]");
        cards.put("CD2_2", scale / SECONDS, "[deg/pix]");
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

package dev.vigil.cli.terminal;

import java.util.Locale;

/** Numbers of bytes as people say them. */
public final class Bytes {
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};
    private static final int STEP = 1000;

    private Bytes() {}

    public static String words(long bytes) {
        double number = bytes;
        int unit = 0;
        while (number >= STEP && unit < UNITS.length - 1) {
            number /= STEP;
            unit++;
        }
        return unit == 0 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f %s", number, UNITS[unit]);
    }
}

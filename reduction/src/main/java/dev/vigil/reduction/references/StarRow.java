package dev.vigil.reduction.references;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.nio.ByteBuffer;

/**
 * A star in 28 bytes, little-endian: right ascension in 2^32 steps of a full turn (0.3 milliarcseconds) and declination in
 * steps of 180° / 2^32, motions in microarcseconds per year, parallax in steps of 25 microarcseconds, magnitude and colour in thousandths, their error in
 * ten-thousandths, errors of place and motion in hundredths of a milliarcsecond.
 */
final class StarRow {
    static final int BYTES = 28;

    private static final int RA = 0;
    private static final int DEC = 4;
    private static final int MOTION_RA = 8;
    private static final int MOTION_DEC = 12;
    private static final int PARALLAX = 16;
    private static final int MAGNITUDE = 18;
    private static final int MAGNITUDE_ERROR = 20;
    private static final int COLOUR = 22;
    private static final int POSITION_ERROR = 24;
    private static final int MOTION_ERROR = 26;

    private static final double RA_STEP = 360 / 0x1p32;
    private static final double DEC_STEP = 180 / 0x1p32;
    private static final double MOTION_STEP = 1e-3;
    private static final double PARALLAX_STEP = 0.025;
    private static final double MAGNITUDE_STEP = 1e-3;
    private static final double MAGNITUDE_ERROR_STEP = 1e-4;
    private static final double ERROR_STEP = 0.01;
    private static final int LARGEST_UNSIGNED = 0xfffe;
    private static final int UNKNOWN_UNSIGNED = 0xffff;

    /** Fainter or brighter than this, in either direction, a magnitude is a mistake. */
    static final double LARGEST_MAGNITUDE = 32;
    /** In milliarcseconds per year: Barnard's star has a two-hundredth of it. */
    static final double LARGEST_MOTION = 2_000_000;

    private StarRow() {}

    static void write(CatalogueStar star, ByteBuffer into, int at) {
        into.putInt(at + RA, (int) Math.round(star.position().raDegrees() / RA_STEP));
        into.putInt(at + DEC, decSteps(star.position().decDegrees()));
        into.putInt(at + MOTION_RA, star.isMoving() ? steps(star.motionRa(), MOTION_STEP) : Integer.MIN_VALUE);
        into.putInt(at + MOTION_DEC, star.isMoving() ? steps(star.motionDec(), MOTION_STEP) : Integer.MIN_VALUE);
        into.putShort(at + PARALLAX, signed(star.parallax(), PARALLAX_STEP));
        into.putShort(at + MAGNITUDE, signed(star.magnitude(), MAGNITUDE_STEP));
        into.putShort(at + MAGNITUDE_ERROR, unsigned(star.magnitudeError(), MAGNITUDE_ERROR_STEP));
        into.putShort(at + COLOUR, signed(star.colour(), MAGNITUDE_STEP));
        into.putShort(at + POSITION_ERROR, unsigned(star.positionError(), ERROR_STEP));
        into.putShort(at + MOTION_ERROR, unsigned(star.motionError(), ERROR_STEP));
    }

    static CatalogueStar read(ByteBuffer from, int at) {
        return new CatalogueStar(
                place(from, at),
                motion(from.getInt(at + MOTION_RA)),
                motion(from.getInt(at + MOTION_DEC)),
                signed(from.getShort(at + PARALLAX), PARALLAX_STEP),
                from.getShort(at + MAGNITUDE) * MAGNITUDE_STEP,
                unsigned(from.getShort(at + MAGNITUDE_ERROR), MAGNITUDE_ERROR_STEP),
                signed(from.getShort(at + COLOUR), MAGNITUDE_STEP),
                unsigned(from.getShort(at + POSITION_ERROR), ERROR_STEP),
                unsigned(from.getShort(at + MOTION_ERROR), ERROR_STEP));
    }

    static SkyPosition place(ByteBuffer from, int at) {
        double ra = Integer.toUnsignedLong(from.getInt(at + RA)) * RA_STEP;
        return new SkyPosition(ra, from.getInt(at + DEC) * DEC_STEP);
    }

    /** In the steps in which it is stored. */
    static int dec(ByteBuffer from, int at) {
        return from.getInt(at + DEC);
    }

    /** In thousandths, so that two can be compared as they are stored. */
    static short magnitude(ByteBuffer from, int at) {
        return from.getShort(at + MAGNITUDE);
    }

    /** The north pole is one step beyond the largest number, and is told by the last one. */
    private static int decSteps(double degrees) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(degrees / DEC_STEP));
    }

    private static int steps(double value, double step) {
        return (int) Math.round(value / step);
    }

    private static double motion(int steps) {
        return steps == Integer.MIN_VALUE ? Double.NaN : steps * MOTION_STEP;
    }

    private static short signed(double value, double step) {
        return Double.isNaN(value)
                ? Short.MIN_VALUE
                : (short) Math.max(-Short.MAX_VALUE, Math.min(Short.MAX_VALUE, Math.round(value / step)));
    }

    private static double signed(short steps, double step) {
        return steps == Short.MIN_VALUE ? Double.NaN : steps * step;
    }

    private static short unsigned(double value, double step) {
        return (short) (Double.isNaN(value) ? UNKNOWN_UNSIGNED : Math.min(LARGEST_UNSIGNED, Math.round(value / step)));
    }

    private static double unsigned(short steps, double step) {
        int value = Short.toUnsignedInt(steps);
        return value == UNKNOWN_UNSIGNED ? Double.NaN : value * step;
    }
}

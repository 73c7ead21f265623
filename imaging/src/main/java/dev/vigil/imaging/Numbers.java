package dev.vigil.imaging;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads numbers as telescopes write them: decimal commas and Fortran exponents included. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([E][+-]?\\d+)?");

    private Numbers() {}

    static OptionalDouble parse(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT).replace('D', 'E').replace(',', '.');
        if (!NUMBER.matcher(plain).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(plain);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    static OptionalLong parseInteger(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException notPlain) {
            OptionalDouble value = parse(text);
            return value.isPresent() && isWhole(value.getAsDouble())
                    ? OptionalLong.of((long) value.getAsDouble())
                    : OptionalLong.empty();
        }
    }

    /** Beyond 2^53 a double no longer tells neighbouring whole numbers apart. */
    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) <= 1L << 53;
    }
}

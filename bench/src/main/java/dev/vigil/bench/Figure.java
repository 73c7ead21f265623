package dev.vigil.bench;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure: the all-in-one's beside the plain loop's and beside what is aimed at.
 *
 * @param floor the plain loop's, where it has one
 * @param aim empty where nothing is promised
 */
record Figure(String what, String unit, OptionalDouble floor, double measured, Optional<Aim> aim) {

    static Figure of(String what, String unit, double floor, double measured) {
        return new Figure(what, unit, OptionalDouble.of(floor), measured, Optional.empty());
    }

    static Figure alone(String what, String unit, double measured) {
        return new Figure(what, unit, OptionalDouble.empty(), measured, Optional.empty());
    }

    Figure atLeast(double least) {
        return new Figure(what, unit, floor, measured, Optional.of(new Aim(least, true)));
    }

    Figure below(double limit) {
        return new Figure(what, unit, floor, measured, Optional.of(new Aim(limit, false)));
    }

    boolean isMissed() {
        return aim.filter(wanted -> !wanted.isMetBy(measured)).isPresent();
    }

    Object[] cells() {
        return new Object[] {
            what,
            floor.isPresent() ? text(floor.getAsDouble()) : "-",
            text(measured),
            unit,
            aim.map(Aim::toString).orElse(""),
            aim.map(wanted -> isMissed() ? "MISSED" : "met").orElse("")
        };
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.1f", number);
    }

    /** What a figure should reach, or stay below. */
    record Aim(double limit, boolean atLeast) {
        boolean isMetBy(double measured) {
            return atLeast ? measured >= limit : measured < limit;
        }

        @Override
        public String toString() {
            return (atLeast ? ">= " : "< ") + text(limit);
        }
    }
}

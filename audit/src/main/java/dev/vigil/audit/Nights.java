package dev.vigil.audit;

/** The nights that are wanted. */
@FunctionalInterface
public interface Nights {
    /** What a night that is not known is called. */
    String UNKNOWN = "unknown";

    /** Every night of every unit. */
    Nights ALL = (unit, night) -> true;

    /** Whether this night of this unit is wanted; it is a date, or {@link #UNKNOWN}. */
    boolean include(String unit, String night);
}

package dev.vigil.reduction.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The middle of some numbers, of which there is at least one. */
public final class Median {
    private Median() {}

    /** The number in the middle, or half-way between the two that are; the numbers are put in order. */
    public static double of(double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    /** The median of what is asked of each thing. */
    public static <T> double of(Collection<T> things, ToDoubleFunction<? super T> value) {
        return of(things.stream().mapToDouble(value).toArray());
    }

    /** The median of what is known. */
    public static OptionalDouble known(Collection<OptionalDouble> values) {
        double[] known = values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        return known.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(of(known));
    }

    /** The number in the middle, or the greater of the two that are, so that it is always one of them; they are put in order. */
    public static double upper(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}

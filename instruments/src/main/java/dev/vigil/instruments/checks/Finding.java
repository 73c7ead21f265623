package dev.vigil.instruments.checks;

import java.util.Optional;
import java.util.function.Function;

/** What came of looking for the thing that a check is about. */
sealed interface Finding {
    /** A number. */
    record Number(double value) implements Finding {}

    /** Something that is there, or is as it should be. */
    record Right() implements Finding {}

    /** Something that should not be so, whatever the limits. */
    record Wrong(String why) implements Finding {}

    /** There is nothing to look at. */
    record Absent(String why) implements Finding {}

    /** There is something, and it cannot be read. */
    record Unreadable(String why) implements Finding {}

    /** What another finding makes of a number; everything else stays as it is. */
    default Finding map(Function<Double, Finding> then) {
        return this instanceof Number number ? then.apply(number.value()) : this;
    }

    /** The number, where it is one. */
    default Optional<Double> number() {
        return this instanceof Number number ? Optional.of(number.value()) : Optional.empty();
    }
}

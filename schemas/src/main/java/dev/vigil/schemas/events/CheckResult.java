package dev.vigil.schemas.events;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of one quality check.
 *
 * @param name the check, by the name that the instrument profile gives it
 * @param outcome what came of it
 * @param value the number that was looked at
 * @param least the least that the number may be
 * @param most the most that the number may be
 * @param unit of the number and its limits; empty for a plain number
 * @param severity how much it matters
 * @param says what is expected, as a sentence
 * @param why what is wrong, or why the check was not made; empty where the number says it
 */
public record CheckResult(
        String name,
        CheckOutcome outcome,
        Optional<Double> value,
        Optional<Double> least,
        Optional<Double> most,
        String unit,
        CheckSeverity severity,
        String says,
        String why) {
    public CheckResult {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(least, "least");
        Objects.requireNonNull(most, "most");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(says, "says");
        Objects.requireNonNull(why, "why");
    }
}

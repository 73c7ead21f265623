package dev.vigil.instruments.checks;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of one check.
 *
 * @param check the check
 * @param outcome what came of it
 * @param value the number that was looked at, if there was one
 * @param why what is wrong, or why the check was not made; empty where the number says it
 */
public record CheckResult(QualityCheck check, Outcome outcome, Optional<Double> value, String why) {
    public CheckResult {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(why, "why");
    }

    /** A check that was not made has not passed. */
    public enum Outcome {
        PASSED,
        FAILED,
        NOT_APPLICABLE,
        FAILED_TO_RUN
    }

    /** Whether what came of it leaves the frame good. */
    public boolean leavesGood() {
        boolean wrong = outcome == Outcome.FAILED || outcome == Outcome.FAILED_TO_RUN;
        return !wrong || check.severity() == Severity.WARNING;
    }
}

package dev.vigil.calibrator;

import dev.vigil.instruments.checks.QualityChecks;
import dev.vigil.schemas.events.CheckOutcome;
import dev.vigil.schemas.events.CheckResult;
import dev.vigil.schemas.events.CheckSeverity;
import java.util.List;
import java.util.Optional;

/** What came of the quality checks, in the words of events. */
record Checked(List<CheckResult> checks, Optional<Boolean> good) {
    /** Nothing was checked. */
    static final Checked NOTHING = new Checked(List.of(), Optional.empty());

    static Checked of(List<dev.vigil.instruments.checks.CheckResult> results) {
        return new Checked(results.stream().map(Checked::said).toList(), QualityChecks.good(results));
    }

    private static CheckResult said(dev.vigil.instruments.checks.CheckResult result) {
        return new CheckResult(
                result.check().name(),
                CheckOutcome.valueOf(result.outcome().name()),
                result.value(),
                result.check().limits().least(),
                result.check().limits().most(),
                result.check().subject().unit(),
                CheckSeverity.valueOf(result.check().severity().name()),
                result.check().says(),
                result.why());
    }
}

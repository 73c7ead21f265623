package dev.vigil.instruments.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.imaging.Header;
import dev.vigil.instruments.FrameType;
import dev.vigil.instruments.checks.CheckResult.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualityChecksTest {
    private static final Subject SEEING = new Subject.Measurement(Measurable.SEEING);
    private static final Subject COOLING =
            new Subject.Difference(new Subject.Card(List.of("CCD-TEMP")), new Subject.Card(List.of("SET-TEMP")));
    private static final Limits AT_MOST_FOUR = new Limits(Optional.empty(), Optional.of(4.0));

    private static QualityCheck check(Subject subject, Limits limits, boolean needed, Severity severity) {
        return new QualityCheck(
                "check",
                "QCCHECK",
                Set.of(CheckLevel.REDUCED),
                Set.of(FrameType.SCIENCE),
                subject,
                limits,
                needed,
                severity,
                "It is so.");
    }

    private static QualityCheck seeing(boolean needed, Severity severity) {
        return check(SEEING, AT_MOST_FOUR, needed, severity);
    }

    private static Evidence measured(Map<String, Double> values) {
        return new Evidence(FrameType.SCIENCE, List.of(), values, Map.of(), Set.of());
    }

    private static Evidence headed(Header.Builder header) {
        return new Evidence(FrameType.SCIENCE, List.of(header.build()), Map.of(), Map.of(), Set.of("TINY"));
    }

    private static Outcome outcome(QualityCheck check, Evidence evidence) {
        return check.on(evidence).outcome();
    }

    @Test
    void aNumberPassesUpToItsLimitAndTheLimitBelongsToIt() {
        QualityCheck seeing = seeing(false, Severity.WARNING);
        assertThat(outcome(seeing, measured(Map.of("seeing", 4.0)))).isEqualTo(Outcome.PASSED);
        CheckResult failed = seeing.on(measured(Map.of("seeing", 4.01)));
        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.value()).contains(4.01);
    }

    @Test
    void whatIsNotANumberNeverPasses() {
        CheckResult result = seeing(false, Severity.WARNING).on(measured(Map.of("seeing", Double.NaN)));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.value()).isEmpty();
    }

    @Test
    void whatCannotBeLookedAtHasNotPassed() {
        assertThat(outcome(seeing(false, Severity.ERROR), measured(Map.of()))).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(outcome(seeing(true, Severity.ERROR), measured(Map.of()))).isEqualTo(Outcome.FAILED_TO_RUN);
    }

    @Test
    void aCheckIsNotApplicableToOtherFrames() {
        Evidence bias = new Evidence(FrameType.BIAS, List.of(), Map.of("seeing", 9.0), Map.of(), Set.of());
        CheckResult result = seeing(true, Severity.ERROR).on(bias);
        assertThat(result.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(result.why()).isEqualTo("not for bias frames");
    }

    @Test
    void oneCardIsTakenFromAnother() {
        QualityCheck cooling = check(COOLING, new Limits(Optional.of(-2.0), Optional.of(2.0)), false, Severity.WARNING);
        Header.Builder header = Header.builder().put("CCD-TEMP", -9.5, "").put("SET-TEMP", -10.0, "");
        assertThat(cooling.on(headed(header)).value()).contains(0.5);
        assertThat(outcome(cooling, headed(Header.builder().put("CCD-TEMP", -9.5, ""))))
                .isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void aCardThatIsNoNumberMakesTheCheckFailToRunAndSaysWhy() {
        QualityCheck check = check(new Subject.Card(List.of("AIRMASS")), AT_MOST_FOUR, false, Severity.WARNING);
        CheckResult result = check.on(headed(Header.builder().put("AIRMASS", "unknown", "")));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED_TO_RUN);
        assertThat(result.why()).isEqualTo("AIRMASS is 'unknown', which is not a number");
    }

    @Test
    void aMissingCardFailsAndARaisedFlagFails() {
        QualityCheck named = check(new Subject.Presence(List.of("OBJECT")), Limits.NONE, false, Severity.WARNING);
        assertThat(outcome(named, headed(Header.builder()))).isEqualTo(Outcome.FAILED);
        assertThat(outcome(named, headed(Header.builder().put("OBJECT", "M 42", ""))))
                .isEqualTo(Outcome.PASSED);
        QualityCheck large = check(new Subject.NoFlag(Set.of("TINY")), Limits.NONE, false, Severity.WARNING);
        assertThat(large.on(headed(Header.builder())).why()).isEqualTo("TINY");
    }

    @Test
    void onlyErrorsThatFailedOrCouldNotRunTakeTheGoodAway() {
        Evidence bad = measured(Map.of("seeing", 5.0));
        assertThat(QualityChecks.good(List.of(seeing(false, Severity.WARNING).on(bad))))
                .contains(true);
        assertThat(QualityChecks.good(List.of(seeing(false, Severity.ERROR).on(bad))))
                .contains(false);
        assertThat(QualityChecks.good(List.of(seeing(true, Severity.ERROR).on(measured(Map.of())))))
                .contains(false);
    }

    @Test
    void whereNoCheckCouldBeMadeNothingIsSaidToBeGood() {
        assertThat(QualityChecks.good(List.of())).isEmpty();
        assertThat(QualityChecks.good(List.of(seeing(false, Severity.ERROR).on(measured(Map.of())))))
                .isEmpty();
    }

    @Test
    void limitsThatAllowNothingAreNoLimits() {
        assertThatThrownBy(() -> new Limits(Optional.of(2.0), Optional.of(1.0))).hasMessageContaining("allows nothing");
    }
}

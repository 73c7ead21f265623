package dev.vigil.instruments.checks;

import dev.vigil.instruments.FrameType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks of a profile. */
public record QualityChecks(List<QualityCheck> all) {
    /** Nothing is expected. */
    public static final QualityChecks NONE = new QualityChecks(List.of());

    public QualityChecks {
        all = List.copyOf(all);
    }

    /** Those that are made at any of these levels. */
    public QualityChecks at(CheckLevel... levels) {
        Set<CheckLevel> wanted = Set.of(levels);
        return new QualityChecks(all.stream()
                .filter(check -> check.levels().stream().anyMatch(wanted::contains))
                .toList());
    }

    /** Those that are for such frames. */
    public QualityChecks of(FrameType type) {
        return new QualityChecks(
                all.stream().filter(check -> check.types().contains(type)).toList());
    }

    /** Makes them all. */
    public List<CheckResult> on(Evidence evidence) {
        return all.stream().map(check -> check.on(evidence)).toList();
    }

    /** The one summary: nothing where no check could be made. */
    public static Optional<Boolean> good(List<CheckResult> results) {
        boolean anyMade = results.stream().anyMatch(result -> result.outcome() != CheckResult.Outcome.NOT_APPLICABLE);
        return anyMade ? Optional.of(results.stream().allMatch(CheckResult::leavesGood)) : Optional.empty();
    }

    /** All that decides what comes of them, one on a line. */
    @Override
    public String toString() {
        return String.join("\n", all.stream().map(QualityCheck::toString).toList());
    }
}

package dev.vigil.instruments.checks;

import dev.vigil.instruments.FrameType;
import dev.vigil.instruments.checks.CheckResult.Outcome;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Something that is expected of a frame or master.
 *
 * @param name by which events, the ledger and people call it
 * @param card the keyword that says 1 or 0 in the header of a product
 * @param levels when it is made
 * @param types the frames that it is made on
 * @param subject what it is about
 * @param limits between which a number must be
 * @param needed whether it has failed to run, rather than not being applicable, where there is nothing to look at
 * @param severity how much it matters
 * @param says what is expected, as a sentence
 */
public record QualityCheck(
        String name,
        String card,
        Set<CheckLevel> levels,
        Set<FrameType> types,
        Subject subject,
        Limits limits,
        boolean needed,
        Severity severity,
        String says) {
    private static final Pattern KEYWORD = Pattern.compile("[A-Z0-9_-]{1,8}");

    public QualityCheck {
        levels = Set.copyOf(levels);
        types = Set.copyOf(types);
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(severity, "severity");
        if (!KEYWORD.matcher(card).matches()) {
            throw new IllegalArgumentException(
                    "must be a FITS keyword of at most eight letters and digits, not '" + card + "'");
        }
    }

    /** Makes the check. */
    public CheckResult on(Evidence evidence) {
        if (!types.contains(evidence.type())) {
            return result(
                    Outcome.NOT_APPLICABLE,
                    Optional.empty(),
                    "not for " + evidence.type().word() + " frames");
        }
        return judged(subject.in(evidence));
    }

    private CheckResult judged(Finding finding) {
        if (finding instanceof Finding.Wrong wrong) {
            return result(Outcome.FAILED, Optional.empty(), wrong.why());
        }
        if (finding instanceof Finding.Unreadable unreadable) {
            return result(Outcome.FAILED_TO_RUN, Optional.empty(), unreadable.why());
        }
        if (finding instanceof Finding.Absent absent) {
            return result(needed ? Outcome.FAILED_TO_RUN : Outcome.NOT_APPLICABLE, Optional.empty(), absent.why());
        }
        boolean right = finding.number().map(limits::allow).orElse(true);
        return result(right ? Outcome.PASSED : Outcome.FAILED, finding.number().filter(Double::isFinite), "");
    }

    private CheckResult result(Outcome outcome, Optional<Double> value, String why) {
        return new CheckResult(this, outcome, value, why);
    }

    /** All that decides what comes of it, on one line. */
    @Override
    public String toString() {
        return name + " (" + card + "): " + new TreeSet<>(levels) + " " + new TreeSet<>(types) + ", " + subject + " "
                + limits + (needed ? ", needed" : "") + ", " + severity.word() + ": " + says;
    }
}

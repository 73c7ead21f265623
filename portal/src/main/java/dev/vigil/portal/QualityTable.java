package dev.vigil.portal;

import dev.vigil.ledger.CheckStanding;
import dev.vigil.schemas.events.CheckOutcome;
import dev.vigil.schemas.events.CheckResult;
import dev.vigil.schemas.events.CheckSeverity;
import dev.vigil.schemas.events.ReductionKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The quality checks of a frame: what failed is in sight, the rest behind a fold. */
final class QualityTable {
    private static final Set<CheckOutcome> WRONG = Set.of(CheckOutcome.FAILED, CheckOutcome.FAILED_TO_RUN);

    private QualityTable() {}

    /** A check with what is to be added to its words. */
    private record Line(CheckResult result, String where) {}

    /** Of a frame; nothing where nothing was checked. */
    static Html of(List<CheckStanding> checks) {
        return section(checks.stream()
                .map(check -> new Line(check.result(), check.kind() == ReductionKind.FULL ? "" : "At the quick look. "))
                .toList());
    }

    /** Of a master; nothing where nothing was checked. */
    static Html ofMaster(List<CheckResult> checks) {
        return section(checks.stream().map(check -> new Line(check, "")).toList());
    }

    private static Html section(List<Line> checks) {
        if (checks.isEmpty()) {
            return Html.NOTHING;
        }
        List<Line> wrong =
                checks.stream().filter(check -> isWrong(check.result())).toList();
        return Html.of(
                """

                <h2>Quality</h2><p class="standing">{} {}</p>{}
                <details><summary>all {} checks</summary>{}</details>
                """,
                verdict(checks),
                counts(checks),
                table(wrong).when(!wrong.isEmpty()),
                checks.size(),
                table(checks));
    }

    private static Html verdict(List<Line> checks) {
        if (checks.stream().allMatch(check -> check.result().outcome() == CheckOutcome.NOT_APPLICABLE)) {
            return new Html("<span class=\"badge excluded\">not checked</span>");
        }
        boolean good = checks.stream()
                .map(Line::result)
                .noneMatch(result -> isWrong(result) && result.severity() == CheckSeverity.ERROR);
        return good
                ? new Html("<span class=\"badge recorded\">good</span>")
                : new Html("<span class=\"badge failed\">not good</span>");
    }

    private static boolean isWrong(CheckResult result) {
        return WRONG.contains(result.outcome());
    }

    private static String counts(List<Line> checks) {
        return Stream.of(CheckOutcome.values())
                .map(outcome -> checks.stream()
                                .filter(check -> check.result().outcome() == outcome)
                                .count() + " " + Words.of(outcome))
                .filter(words -> !words.startsWith("0 "))
                .collect(Collectors.joining(", "));
    }

    private static Html table(List<Line> checks) {
        return Html.of("""
                <div class="scroll"><table class="checks"><thead><tr><th scope="col">Check</th><th scope="col">Outcome</th>
                <th scope="col" class="number">Value</th><th scope="col">Limits</th><th scope="col">Expected</th></tr></thead><tbody>{}</tbody></table></div>
                """, Html.join(checks.stream().map(QualityTable::row).toList()));
    }

    private static Html row(Line check) {
        CheckResult result = check.result();
        return Html.of(
                "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"number\">{}</td><td>{}</td><td class=\"says\">{} <span class=\"reason\">{}</span></td></tr>\n",
                Words.ofName(result.name()),
                badge(result),
                result.value().map(value -> Words.number(value) + unit(result)).orElse(""),
                limits(result),
                result.says(),
                check.where() + result.why());
    }

    private static Html badge(CheckResult result) {
        String css = switch (result.outcome()) {
            case PASSED -> "recorded";
            case NOT_APPLICABLE -> "excluded";
            default -> result.severity() == CheckSeverity.ERROR ? "failed" : "waiting";
        };
        String words = isWrong(result) && result.severity() == CheckSeverity.WARNING
                ? Words.of(result.outcome()) + ", a warning"
                : Words.of(result.outcome());
        return Html.of("<span class=\"badge {}\">{}</span>", css, words);
    }

    private static String limits(CheckResult result) {
        return Stream.concat(
                        result.least().map(least -> "≥ " + Words.number(least)).stream(),
                        result.most().map(most -> "≤ " + Words.number(most)).stream())
                .collect(Collectors.joining(", "));
    }

    private static String unit(CheckResult result) {
        return switch (result.unit()) {
            case "" -> "";
            case "arcsec" -> "″";
            default -> " " + result.unit();
        };
    }
}

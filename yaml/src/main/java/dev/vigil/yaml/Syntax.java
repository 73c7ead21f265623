package dev.vigil.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What a parser of YAML complains of, in words for who wrote it. */
final class Syntax {
    private static final Pattern WORD_IN_BRACES = Pattern.compile("\\{\\w+\\}");

    /** The parser's own advice, which is wrong within a value. */
    private static final Pattern INDENTATION = Pattern.compile("\\. \\(Do not use .* for indentation\\)");

    private Syntax() {}

    /** One sentence: where, what, and what to do. */
    static String told(MarkedYAMLException bad, List<String> lines) {
        Mark mark = bad.getProblemMark();
        return at(mark) + what(bad.getProblem(), mark.getLine() < lines.size() ? lines.get(mark.getLine()) : "");
    }

    private static String what(String problem, String line) {
        Optional<String> word =
                WORD_IN_BRACES.matcher(line).results().map(MatchResult::group).findFirst();
        if (problem.contains("TAB")) {
            return "a tab cannot indent: write spaces";
        }
        if (problem.contains("another document")) {
            return "a second document begins here: leave this line out";
        }
        return word.map(Syntax::braces)
                .orElse(INDENTATION.matcher(problem).replaceAll("")
                        + "; close what is open, or put the whole value in quotes, as '…'");
    }

    static String braces(String word) {
        return word + " without quotes begins a map: put the whole value in quotes, such as '" + word + "'";
    }

    static String comma(String whole, String fraction) {
        return "the comma of " + whole + "," + fraction + " ends an entry of the map: write " + whole + "." + fraction;
    }

    static String at(Mark mark) {
        return "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ";
    }
}

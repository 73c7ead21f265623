package dev.vigil.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The small print of FITS cards: which characters, how long, how they are broken into lines of 80. */
final class CardText {
    static final int CARD = 80;
    /** What fits behind HISTORY or COMMENT. */
    static final int COMMENTARY = 72;

    private static final Pattern KEYWORD =
            Pattern.compile("[A-Z0-9_-]{1,8}|[A-Z0-9_-]+( [A-Z0-9_-]+)+|[A-Z0-9_-]{9,60}");

    private CardText() {}

    static boolean isKeyword(String keyword) {
        return KEYWORD.matcher(keyword).matches() && !keyword.equals("END");
    }

    static String checkedKeyword(String keyword) {
        if (!isKeyword(keyword)) {
            throw new IllegalArgumentException("'" + keyword + "' cannot be a FITS keyword");
        }
        return keyword;
    }

    /** FITS headers hold printable ASCII only; what is not, is shown as a question mark. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.append(c >= 32 && c <= 126 ? (char) c : '?'));
        return shown.toString();
    }

    static List<String> linesOf(String text) {
        List<String> lines = new ArrayList<>();
        String rest = printable(text);
        while (rest.length() > COMMENTARY) {
            lines.add(rest.substring(0, COMMENTARY));
            rest = rest.substring(COMMENTARY);
        }
        lines.add(rest);
        return lines;
    }
}

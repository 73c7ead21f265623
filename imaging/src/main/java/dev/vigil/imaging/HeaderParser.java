package dev.vigil.imaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads cards as they are found in the field: HIERARCH, CONTINUE, odd bytes, missing quotes. */
final class HeaderParser {
    private static final Pattern LITERAL =
            Pattern.compile("[TF]?|[+-]?(\\d+\\.?\\d*|\\.\\d+)([EeDd][+-]?\\d+)?|\\(.*\\)");

    private final List<Header.Entry> entries = new ArrayList<>();

    private HeaderParser() {}

    /** Parses cards up to END, or up to the end of the bytes where there is none. */
    static Header parse(byte[] bytes, int length) {
        HeaderParser parser = new HeaderParser();
        for (int at = 0; at + CardText.CARD <= length; at += CardText.CARD) {
            if (isEnd(bytes, at)) {
                break;
            }
            parser.add(lineOf(bytes, at));
        }
        return new Header(parser.entries);
    }

    /** Whether the card at this place is END. */
    static boolean isEnd(byte[] bytes, int at) {
        return bytes[at] == 'E'
                && bytes[at + 1] == 'N'
                && bytes[at + 2] == 'D'
                && new String(bytes, at + 3, 5, StandardCharsets.ISO_8859_1).isBlank();
    }

    private static String lineOf(byte[] bytes, int at) {
        byte[] shown = new byte[CardText.CARD];
        for (int i = 0; i < shown.length; i++) {
            byte b = bytes[at + i];
            shown[i] = b >= 32 && b <= 126 ? b : (byte) '?';
        }
        return new String(shown, StandardCharsets.US_ASCII);
    }

    private void add(String line) {
        String keyword = line.substring(0, 8).stripTrailing();
        int equals = line.indexOf('=');
        if (keyword.equals("CONTINUE") && continues()) {
            join(line.substring(8));
        } else if (line.startsWith("HIERARCH ") && equals > 0) {
            addValue(line.substring(9, equals), line.substring(equals + 1));
        } else if (line.charAt(8) == '=' && !isCommentary(keyword)) {
            addValue(keyword, line.substring(9));
        } else {
            addCommentary(keyword, line.substring(8).stripTrailing());
        }
    }

    private static boolean isCommentary(String keyword) {
        return keyword.isEmpty() || keyword.equals("COMMENT") || keyword.equals("HISTORY");
    }

    private void addCommentary(String keyword, String text) {
        entries.add(new Header.Entry(new Card(keyword, text, ""), Header.Kind.COMMENTARY));
    }

    private void addValue(String keyword, String field) {
        Field value = Field.of(field);
        Header.Kind kind =
                value.quoted() || !LITERAL.matcher(value.text()).matches() ? Header.Kind.TEXT : Header.Kind.LITERAL;
        entries.add(new Header.Entry(new Card(Header.canonical(keyword), value.text(), value.comment()), kind));
    }

    private boolean continues() {
        if (entries.isEmpty()) {
            return false;
        }
        Header.Entry last = entries.get(entries.size() - 1);
        return last.kind() == Header.Kind.TEXT && last.card().value().endsWith("&");
    }

    private void join(String text) {
        Field more = Field.of(text);
        Card last = entries.remove(entries.size() - 1).card();
        String begun = last.value().substring(0, last.value().length() - 1);
        String comment = (last.comment() + " " + more.comment()).strip();
        entries.add(new Header.Entry(new Card(last.keyword(), begun + more.text(), comment), Header.Kind.TEXT));
    }

    /** What stands behind the equals sign: a value and perhaps a comment. */
    private record Field(String text, boolean quoted, String comment) {
        static Field of(String field) {
            String rest = field.stripLeading();
            return rest.startsWith("'") ? quoted(rest) : plain(rest);
        }

        private static Field plain(String rest) {
            int slash = rest.indexOf('/');
            String value = slash < 0 ? rest : rest.substring(0, slash);
            return new Field(
                    value.strip(),
                    false,
                    slash < 0 ? "" : rest.substring(slash + 1).strip());
        }

        private static Field quoted(String rest) {
            StringBuilder text = new StringBuilder();
            int at = 1;
            while (at < rest.length()) {
                char c = rest.charAt(at++);
                if (c == '\'' && (at == rest.length() || rest.charAt(at) != '\'')) {
                    break;
                }
                text.append(c);
                at += c == '\'' ? 1 : 0;
            }
            return new Field(text.toString().stripTrailing(), true, commentIn(rest.substring(at)));
        }

        private static String commentIn(String tail) {
            int slash = tail.indexOf('/');
            return slash < 0 ? "" : tail.substring(slash + 1).strip();
        }
    }
}

package dev.vigil.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes headers in the fixed format, long strings with CONTINUE, long keywords with HIERARCH. */
final class CardWriter {
    /** The longest piece of a long string that leaves room for quotes and the ampersand. */
    private static final int PIECE = 67;

    private CardWriter() {}

    /** The cards, END, and blanks up to a full block. */
    static byte[] bytesOf(Header header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Blocks.SIZE);
        for (Header.Entry entry : header.entries()) {
            linesOf(entry).forEach(line -> addLine(out, line));
        }
        addLine(out, "END");
        byte[] padded = Arrays.copyOf(out.toByteArray(), (int) Blocks.padded(out.size()));
        Arrays.fill(padded, out.size(), padded.length, (byte) ' ');
        return padded;
    }

    static List<String> linesOf(Header.Entry entry) {
        Card card = entry.card();
        return switch (entry.kind()) {
            case COMMENTARY -> List.of(pad(card.keyword(), 8) + card.value());
            case LITERAL ->
                List.of(withComment(left(card) + " ".repeat(Math.max(0, literalPadding(card))) + card.value(), card));
            case TEXT -> text(card);
        };
    }

    private static void addLine(ByteArrayOutputStream out, String line) {
        String fitted = line.length() > CardText.CARD ? line.substring(0, CardText.CARD) : pad(line, CardText.CARD);
        out.writeBytes(fitted.getBytes(StandardCharsets.US_ASCII));
    }

    /** Literal values end in column 30, where the keyword leaves room. */
    private static int literalPadding(Card card) {
        return isLong(card.keyword()) ? 0 : 20 - card.value().length();
    }

    private static boolean isLong(String keyword) {
        return keyword.length() > 8 || keyword.indexOf(' ') >= 0;
    }

    private static String left(Card card) {
        return isLong(card.keyword()) ? "HIERARCH " + card.keyword() + " = " : pad(card.keyword(), 8) + "= ";
    }

    private static List<String> text(Card card) {
        String escaped = card.value().replace("'", "''");
        String whole = left(card) + "'" + pad(escaped, isLong(card.keyword()) ? 0 : 8) + "'";
        return whole.length() <= CardText.CARD ? List.of(withComment(whole, card)) : continued(card, escaped);
    }

    private static List<String> continued(Card card, String escaped) {
        List<String> lines = new ArrayList<>();
        String left = left(card);
        String rest = escaped;
        int room = CardText.CARD - left.length() - 3;
        while (rest.length() > room) {
            int cut = cutBefore(rest, room);
            lines.add(left + "'" + rest.substring(0, cut) + "&'");
            rest = rest.substring(cut);
            left = "CONTINUE  ";
            room = PIECE;
        }
        lines.add(withComment(left + "'" + rest + "'", card));
        return lines;
    }

    /** A doubled quote must not be torn apart. */
    private static int cutBefore(String escaped, int room) {
        int quotes = 0;
        while (quotes < room && escaped.charAt(room - 1 - quotes) == '\'') {
            quotes++;
        }
        return quotes % 2 == 0 ? room : room - 1;
    }

    private static String withComment(String left, Card card) {
        return card.comment().isEmpty() ? left : pad(left, 30) + " / " + card.comment();
    }

    static String pad(String text, int length) {
        return text.length() >= length ? text : text + " ".repeat(length - text.length());
    }
}

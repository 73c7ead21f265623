package dev.vigil.portal;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of a page. Whatever is put into a template is escaped, unless it is such a piece itself.
 *
 * @param markup the piece as a browser reads it
 */
record Html(String markup) {
    /** Nothing at all. */
    static final Html NOTHING = new Html("");

    private static final String PLACE = "{}";
    private static final int FIRST_PICTURE_OF_A_CONTROL = 0x2400;

    /** Fills the places <code>{}</code> of a template in order. Attributes must stand in double quotes. */
    static Html of(String template, Object... values) {
        StringBuilder filled = new StringBuilder(template.length() + 32 * values.length);
        int from = 0;
        for (Object value : values) {
            int place = template.indexOf(PLACE, from);
            if (place < 0) {
                throw new IllegalArgumentException(values.length + " values are too many for: " + template);
            }
            filled.append(template, from, place).append(filling(value));
            from = place + PLACE.length();
        }
        if (template.indexOf(PLACE, from) >= 0) {
            throw new IllegalArgumentException(values.length + " values are too few for: " + template);
        }
        return new Html(filled.append(template, from, template.length()).toString());
    }

    /** One piece after the other. */
    static Html join(Collection<Html> pieces) {
        return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining()));
    }

    /** One piece after the other. */
    static Html join(Html... pieces) {
        return new Html(Stream.of(pieces).map(Html::markup).collect(Collectors.joining()));
    }

    /** The piece, if the condition holds. */
    Html when(boolean condition) {
        return condition ? this : NOTHING;
    }

    private static String filling(Object value) {
        return value instanceof Html html ? html.markup : escape(String.valueOf(value));
    }

    /** Control characters are shown by their pictures, so that a name with a line break is seen to have one. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' ? (char) (FIRST_PICTURE_OF_A_CONTROL + c) : (char) c);
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return markup;
    }
}

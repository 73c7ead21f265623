package dev.vigil.common.settings;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How it shows that other software has taken a file in.
 *
 * @param way the kind of sign
 * @param place the path of a file, with words in braces; empty where there is none
 * @param words what a line of that file says, with words in braces; empty where that is not the sign
 */
public record IngestNews(Way way, String place, String words) {
    /** Nobody asks. */
    public static final IngestNews NONE = new IngestNews(Way.NONE, "", "");

    private static final String TOLD = "told";
    private static final Pattern LINE = Pattern.compile("in (\\S.*?): (.*\\S)");

    /** The kinds of sign. */
    public enum Way {
        NONE,
        FILE,
        LINE,
        TOLD
    }

    public IngestNews {
        Objects.requireNonNull(way, "way");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(words, "words");
    }

    /** The sign that a text names. */
    static IngestNews parse(String text) {
        String stripped = text.strip();
        Matcher line = LINE.matcher(stripped);
        if (stripped.isEmpty()) {
            return NONE;
        }
        if (stripped.equals(TOLD)) {
            return new IngestNews(Way.TOLD, "", "");
        }
        IngestNews news = line.matches()
                ? new IngestNews(Way.LINE, line.group(1), line.group(2))
                : new IngestNews(Way.FILE, stripped, "");
        return news.checked();
    }

    private IngestNews checked() {
        boolean isOfOneFile = CopyPlace.names(way == Way.LINE ? words : place);
        if (!Path.of(place).isAbsolute() || !isOfOneFile) {
            throw new IllegalArgumentException("no sign of a file");
        }
        return this;
    }

    @Override
    public String toString() {
        return switch (way) {
            case NONE -> "";
            case FILE -> place;
            case LINE -> "in " + place + ": " + words;
            case TOLD -> TOLD;
        };
    }
}

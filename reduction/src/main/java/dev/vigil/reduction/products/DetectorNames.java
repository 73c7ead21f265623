package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How another pipeline calls the files of single detectors: a name with keywords in braces, for which the header's values stand.
 * Besides keywords there are {@code {frame}}, the name of the frame's file without its end, {@code {date}} and {@code {yymmdd}} of
 * DATE-OBS, and {@code {filter}}, the first word of FILTER.
 */
public record DetectorNames(String pattern) {
    // Before the names, which are checked by them.
    private static final Pattern WORD = Pattern.compile("\\{([A-Za-z0-9_-]+)}");
    private static final Pattern DATE = Pattern.compile("(\\d{2})(\\d{2})-(\\d{2})-(\\d{2}).*");
    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._+-]+");

    /** The frame's own name and the detector's. */
    public static final DetectorNames USUAL = new DetectorNames("{frame}_{DETECTOR}.fits");

    private static final Map<String, String> KNOWN =
            Map.of("usual", USUAL.pattern(), "dwf", "{OBJECT}.{filter}.ut{yymmdd}.{EXPNUM}_{CCDNUM}.fits");

    public DetectorNames {
        if (!WORD.matcher(pattern).find()
                || WORD.matcher(pattern).replaceAll("").matches(".*[/{}\\\\].*")) {
            throw new IllegalArgumentException(
                    "'" + pattern + "' names no files: usual, dwf, or a name with keywords in"
                            + " braces, such as {OBJECT}_{EXPNUM}_{DETECTOR}.fits");
        }
    }

    /** By the name of a pipeline that is known, or by a pattern. */
    public static DetectorNames of(String word) {
        return new DetectorNames(KNOWN.getOrDefault(word, word));
    }

    /**
     * The name for an image with such a header.
     *
     * @throws IllegalArgumentException if the header has no value for a word of the pattern; the message names it
     */
    public String of(Header header, String frame) {
        return WORD.matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(
                        UNFIT.matcher(value(found, header, frame)).replaceAll("-")));
    }

    private String value(MatchResult found, Header header, String frame) {
        String word = found.group(1);
        Optional<String> value = switch (word) {
            case "frame" -> Optional.of(frame);
            case "date" -> date(header, "$1$2-$3-$4");
            case "yymmdd" -> date(header, "$2$3$4");
            case "filter" -> header.text("FILTER").map(filter -> filter.strip().split(" ")[0]);
            default -> raw(header, word);
        };
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(
                        "its header has nothing for {" + word + "} of the name " + pattern));
    }

    private static Optional<String> date(Header header, String form) {
        return header.text("DATE-OBS")
                .map(DATE::matcher)
                .filter(Matcher::matches)
                .map(date -> date.replaceAll(form));
    }

    private static Optional<String> raw(Header header, String keyword) {
        return header.cards().stream()
                .filter(card -> card.keyword().equals(keyword))
                .map(card -> card.value().strip())
                .findFirst();
    }
}

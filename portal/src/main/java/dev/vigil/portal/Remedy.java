package dev.vigil.portal;

import dev.vigil.ledger.FrameStanding;
import dev.vigil.schemas.events.FrameId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person can do, where something is known. */
final class Remedy {
    private static final Map<String, String> ADVICE = Map.of(
            "failed",
            "Read the reason, and the frame's story.",
            "stalled",
            "See whether the camera still writes the file, what copies it, and whether workers run: it goes on by itself when the file grows or a worker answers.",
            "waiting",
            "Nothing, unless it lasts: the frame goes on by itself as soon as this is there.");

    /** Where a command wants one frame, and no list of them or something else instead. */
    private static final Pattern ANY_FRAME = Pattern.compile("(?<= )FRAME(?![|…])\\b");

    private Remedy() {}

    static Html of(Optional<String> remedy) {
        return remedy.filter(words -> !words.isBlank())
                .map(words -> Html.of("<p class=\"remedy\"><b>What to do:</b> {}</p>", words))
                .orElse(Html.NOTHING);
    }

    /** On a frame's own page, where commands that anybody types for a frame are for this one. */
    static Html of(FrameStanding frame) {
        String words = words(Words.of(frame.standing()), frame.remedy().orElse(""));
        return of(Optional.of(words).map(said -> of(frame.frame(), said)));
    }

    static String of(FrameId frame, String words) {
        return ANY_FRAME.matcher(words).replaceAll(Matcher.quoteReplacement(frame.value()));
    }

    /** What was said, else what is usual for what stands so; empty where nothing is wrong. */
    static String words(String standing, String said) {
        return said.isBlank() ? ADVICE.getOrDefault(standing, "") : said;
    }
}

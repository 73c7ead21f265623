package dev.vigil.instruments;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The names of files that follow a frame: each pattern tells by its group {@code frame} what the frame's name begins with. */
record Sidecars(List<Pattern> forms) {
    private static final String FRAME = "frame";

    Sidecars {
        forms = List.copyOf(forms);
    }

    /** Throws for a bad pattern, with the reason in words. */
    static Pattern form(String text) {
        if (!text.contains("(?<" + FRAME + ">")) {
            throw new IllegalArgumentException("does not tell the frame: put (?<frame>...) around the part of '" + text
                    + "' that frames have too");
        }
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        } catch (PatternSyntaxException bad) {
            throw new IllegalArgumentException("is no pattern: " + bad.getDescription() + " in '" + text + "'", bad);
        }
    }

    /** The name of the frame that a file follows, without its ending; nothing if it follows none. */
    Optional<String> frameOf(String fileName) {
        return forms.stream()
                .map(form -> form.matcher(fileName))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(FRAME))
                .findFirst();
    }
}

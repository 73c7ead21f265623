package dev.vigil.schemas.events;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a reason that are one frame's own, and what stands for them where the reason is said of many frames. */
final class OwnWords {
    private static final String EACH = "each of them";
    private static final String IN_COMMAND = "FRAME";
    private static final String NAME_IN_PLACE = "<name>";
    private static final String STEM_IN_PLACE = "<stem>";

    private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NO_LETTER_BEHIND = "(?![\\p{L}\\p{N}])";
    private static final String ALONE_BEFORE = "(?<![^\\s(])";
    private static final String ALONE_BEHIND = "(?=[,;:.)]*(?:\\s|$))";
    private static final String COMMAND_BEFORE = "(?<=\\bvigil [a-z-]{1,20} )";
    private static final String IN_PLACE = "(?<=[/'\"][^/'\"\\s]{0,255})";

    private final Pattern own;

    OwnWords(FrameId frame) {
        String path = frame.path();
        String name = path.substring(path.lastIndexOf('/') + 1);
        String whole = "(?:" + Pattern.quote(frame.value()) + "|" + Pattern.quote(path) + ")";
        String stem = Pattern.quote(stem(name));
        // What stands behind is looked at first: it is told at once, and what stands before is not.
        this.own = Pattern.compile(String.join(
                "|",
                "((?=" + whole + ")" + COMMAND_BEFORE + whole + ALONE_BEHIND + ")",
                "(" + ALONE_BEFORE + "(?:" + whole + "|" + Pattern.quote(name) + ")" + ALONE_BEHIND + ")",
                "(" + NO_LETTER_BEFORE + Pattern.quote(name) + NO_LETTER_BEHIND + ")",
                "((?=" + stem + ")" + NO_LETTER_BEFORE + IN_PLACE + stem + NO_LETTER_BEHIND + ")"));
    }

    /** The name up to its first dot, as places of other software have it. */
    private static String stem(String name) {
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    String ofEach(String reason) {
        return own.matcher(reason).replaceAll(OwnWords::standIn);
    }

    private static String standIn(MatchResult found) {
        if (found.group(1) != null) {
            return IN_COMMAND;
        }
        if (found.group(2) != null) {
            return EACH;
        }
        return found.group(3) != null ? NAME_IN_PLACE : STEM_IN_PLACE;
    }
}

package dev.vigil.common.files;

/** Names whose bytes are no text in the encoding of this system: nobody can ask for such a file by its name. */
public final class UnreadableNames {
    /** What stands in a name for bytes that are no letter. */
    private static final char NO_LETTER = '\uFFFD';

    private UnreadableNames() {}

    /** Whether a name, or a path, is one of them. */
    public static boolean includes(String name) {
        return name.indexOf(NO_LETTER) >= 0;
    }
}

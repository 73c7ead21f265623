package dev.vigil.cli.terminal;

import java.util.regex.Pattern;

/** What is printed to be pasted behind a command: a shell has to take it as one word. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+/%-][A-Za-z0-9._+/%#~-]*");

    private ShellWord() {}

    /** The text as it is, or in quotes where a shell would take it apart. */
    public static String of(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}

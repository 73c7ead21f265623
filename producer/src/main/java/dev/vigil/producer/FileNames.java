package dev.vigil.producer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by its name whether a file is for us. */
final class FileNames {
    private static final Pattern FRAME =
            Pattern.compile(".+\\.(fits|fit|fts)(\\.(fz|gz|bz2))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final List<String> TEMPORARY_ENDS =
            List.of(".part", ".tmp", ".temp", ".filepart", ".crdownload", ".download", ".partial", ".swp", "~");

    private FileNames() {}

    /** Whether a name is one under which rsync, scp, a browser or an editor keeps what it has not finished. */
    static boolean isTemporary(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || TEMPORARY_ENDS.stream().anyMatch(lower::endsWith);
    }

    static boolean isFrame(String name) {
        return FRAME.matcher(name).matches();
    }
}

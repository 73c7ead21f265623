package dev.vigil.common.files;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names under which rsync, scp, browsers, editors and file systems keep what is not finished, or not for others. */
public final class UnfinishedNames {
    private static final List<String> ENDS =
            List.of(".part", ".tmp", ".temp", ".filepart", ".crdownload", ".download", ".partial", ".swp", "~");

    /** A FITS file with more behind its name, as rsync and downloads have it while they write, but no editor. */
    private static final Pattern COPY =
            Pattern.compile(".+\\.(fits|fit|fts)(\\.(fz|gz|bz2))?\\.[^.]+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String LOST_AND_FOUND = "lost+found";

    private UnfinishedNames() {}

    /** Whether a file or folder of this name is to be left alone. */
    public static boolean includes(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || ENDS.stream().anyMatch(lower::endsWith);
    }

    /** Whether a file of this name is a FITS file that somebody brings, and that is to get its own name when it is whole. */
    public static boolean isOfACopy(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return includes(name) && COPY.matcher(lower).matches() && !lower.endsWith(".swp") && !lower.endsWith("~");
    }

    /** Whether a folder of this name is the file system's own. */
    public static boolean isOfTheFileSystem(String name) {
        return name.equals(LOST_AND_FOUND);
    }
}

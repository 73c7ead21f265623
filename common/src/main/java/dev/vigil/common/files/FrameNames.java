package dev.vigil.common.files;

import java.util.regex.Pattern;

/** The names of FITS files, packed ones too. */
public final class FrameNames {
    private static final Pattern FRAME =
            Pattern.compile(".+\\.(fits|fit|fts)(\\.(fz|gz|bz2))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private FrameNames() {}

    /** Whether what has this name is looked at as a frame, be it a folder. */
    public static boolean includes(String name) {
        return FRAME.matcher(name).matches();
    }
}

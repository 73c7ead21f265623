package dev.vigil.producer.disk;

import dev.vigil.common.files.FrameNames;
import dev.vigil.common.files.UnfinishedNames;

/** Tells by its name whether a file is for us. */
public final class FileNames {
    private FileNames() {}

    /** Whether a name is one under which rsync, scp, a browser or an editor keeps what it has not finished. */
    public static boolean isTemporary(String name) {
        return UnfinishedNames.includes(name);
    }

    public static boolean isFrame(String name) {
        return FrameNames.includes(name);
    }
}

package dev.vigil.schemas.events;

import java.util.List;

/**
 * Delete files from the telescope's disk. The producer does it, for each that it finds unchanged and old enough, if its settings
 * permit it at all.
 *
 * @param files the files
 * @param dryRun only say what would be deleted
 */
public record ReleaseFiles(List<FileToRelease> files, boolean dryRun) implements Wish {
    public ReleaseFiles {
        files = List.copyOf(files);
    }
}

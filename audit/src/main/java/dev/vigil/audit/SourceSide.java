package dev.vigil.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What lies on the telescopes' disks.
 *
 * @param files by path, of the units that could be asked
 * @param silent the units that could not be asked, and why
 * @param asked the units that could
 * @param passedBy files of nights that their producers do not take; they are none of these
 */
record SourceSide(Map<String, SourceFile> files, Map<String, Silence> silent, Collection<String> asked, long passedBy) {
    SourceSide {
        files = new TreeMap<>(files);
        silent = new TreeMap<>(silent);
        asked = java.util.Set.copyOf(asked);
    }

    /** Whether a unit's disk was listed, so that what is not in the list is not on the disk. */
    boolean isKnown(String unit) {
        return asked.contains(unit);
    }

    Optional<SourceFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }
}

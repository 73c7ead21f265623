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
 */
record SourceSide(Map<String, SourceFile> files, Map<String, String> silent, Collection<String> asked) {
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

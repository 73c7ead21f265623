package dev.vigil.producer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the incoming folder held.
 *
 * @param started when the listing began
 * @param isFull whether every folder was listed, or only those where something is going on
 * @param rootIsThere whether the incoming folder itself could be listed
 * @param disks the units whose folders could be listed, and the disk under each
 * @param unreachable units that were there before, or whose folders cannot be listed
 * @param files all names in the listed folders
 * @param gone of the paths that were asked for, those that certainly are not there
 */
record Listing(
        Instant started,
        boolean isFull,
        boolean rootIsThere,
        Map<String, UnitDisk> disks,
        Set<String> unreachable,
        List<Sighting> files,
        Set<String> gone) {
    Listing {
        Objects.requireNonNull(started, "started");
        disks = Map.copyOf(disks);
        unreachable = Set.copyOf(unreachable);
        files = List.copyOf(files);
        gone = Set.copyOf(gone);
    }

    Set<String> units() {
        return disks.keySet();
    }
}

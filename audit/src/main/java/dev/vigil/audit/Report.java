package dev.vigil.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an audit found.
 *
 * @param differences every difference, the worst first
 * @param frames how many frames the topics speak of
 * @param files how many files are said to be in the archive
 * @param bytes how many bytes they have together
 * @param read how many of them were read again
 * @param silent the units whose telescopes could not be asked, and why
 * @param passedBy files of nights before the setting producer.since: nobody asks about those
 * @param touched files at the telescope that have another time than was announced, and the same size
 * @param gone files that others took from the telescopes' disks, and nobody misses
 * @param unknown records of the topics whose schemas this version does not know, so that nothing can be called unsaid or stray
 */
public record Report(
        List<Difference> differences,
        int frames,
        int files,
        long bytes,
        long read,
        Map<String, Silence> silent,
        long passedBy,
        long touched,
        Gone gone,
        long unknown) {
    public Report {
        differences = List.copyOf(differences);
        silent = Map.copyOf(silent);
        Objects.requireNonNull(gone, "gone");
    }

    /** The units whose telescopes could be asked if something were put right. */
    public Set<String> troubled() {
        return silent.keySet().stream()
                .filter(unit -> silent.get(unit).isTrouble())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

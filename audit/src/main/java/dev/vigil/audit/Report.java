package dev.vigil.audit;

import java.util.List;
import java.util.Map;

/**
 * What an audit found.
 *
 * @param differences every difference, the worst first
 * @param frames how many frames the topics speak of
 * @param files how many files are said to be in the archive
 * @param bytes how many bytes they have together
 * @param read how many of them were read again
 * @param silent the units whose telescopes could not be asked, and why
 * @param unreadable records of the topics that could not be decoded
 */
public record Report(
        List<Difference> differences,
        int frames,
        int files,
        long bytes,
        long read,
        Map<String, String> silent,
        long unreadable) {
    public Report {
        differences = List.copyOf(differences);
        silent = Map.copyOf(silent);
    }
}

package dev.vigil.producer.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A disk that fails some questions about a path, as NFS does with a handle that has become stale. */
public final class StumblingDisk implements Disk {
    private final Map<Path, Integer> failures = new HashMap<>();
    private final Map<Path, Integer> listings = new HashMap<>();
    private final Map<Path, List<String>> others = new HashMap<>();
    private final Set<Path> closed = new HashSet<>();
    private int looks;

    /** How often the names in a folder were asked for. */
    public int listingsOf(Path folder) {
        return listings.getOrDefault(folder, 0);
    }

    /** How often anything was looked at. */
    public int looks() {
        return looks;
    }

    /** The next questions about this path fail. */
    public void failsFor(Path path, int times) {
        failures.put(path, times);
    }

    /** From now on a folder seems to hold these names, too. */
    public void adds(Path folder, String... names) {
        others.put(folder, List.of(names));
    }

    /** From now on this folder may not be looked into, or may again. */
    public void closes(Path folder, boolean isClosed) {
        if (isClosed) {
            closed.add(folder);
        } else {
            closed.remove(folder);
        }
    }

    private void stumble(Path path) throws IOException {
        int left = failures.getOrDefault(path, 0);
        if (left > 0) {
            failures.put(path, left - 1);
            throw new FileSystemException(path.toString(), null, "Stale file handle");
        }
    }

    @Override
    public List<String> names(Path folder) throws IOException {
        stumble(folder);
        if (closed.contains(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
        listings.merge(folder, 1, Integer::sum);
        return Stream.concat(Disk.REAL.names(folder).stream(), others.getOrDefault(folder, List.of()).stream())
                .toList();
    }

    @Override
    public BasicFileAttributes look(Path entry) throws IOException {
        stumble(entry);
        looks++;
        return Disk.REAL.look(entry);
    }
}

package dev.vigil.producer.known;

import dev.vigil.producer.disk.Micros;
import dev.vigil.producer.disk.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was last said of every path, packed, because there may be a million. Any thread may ask. */
public final class KnownPaths {
    private final Map<String, KnownFolder> folders = new HashMap<>();

    /** What was last said of a path. */
    public synchronized Optional<Known> of(String path) {
        return Optional.ofNullable(folders.get(folderOf(path))).flatMap(folder -> folder.get(nameOf(path)));
    }

    /** Takes what was now said of a path. */
    public synchronized void put(Known known) {
        String path = known.frame().path();
        folders.computeIfAbsent(folderOf(path), KnownFolder::new).put(known);
    }

    /** Takes what was said of a path at some time, unless something newer is known. */
    public synchronized void learn(Known known) {
        if (of(known.frame().path())
                .filter(before -> !known.isNewerThan(before))
                .isEmpty()) {
            put(known);
        }
    }

    /** Whether the last word was said of exactly this file. */
    public boolean settles(Sighting sighting) {
        String path = sighting.path();
        return settles(folderOf(path), nameOf(path), sighting.size(), Micros.of(sighting.modified()));
    }

    /** The same of a name in a folder, without a word more than a listing has at hand. */
    public synchronized boolean settles(String folder, String name, long size, long modified) {
        KnownFolder known = folders.get(folder);
        return known != null && known.settles(name, size, modified);
    }

    /** Whether anything that was once there is known of a unit. */
    public synchronized boolean isAnyOf(String unit) {
        return folders.entrySet().stream()
                .filter(folder -> isOf(unit, folder.getKey()))
                .anyMatch(folder -> folder.getValue().holdsAnyFile());
    }

    /** All of a unit of which more must be said. */
    public synchronized List<Known> open(String unit) {
        List<Known> open = new ArrayList<>();
        folders.forEach((folder, known) -> {
            if (isOf(unit, folder)) {
                known.open().forEach(open::add);
            }
        });
        return open;
    }

    synchronized long size() {
        return folders.values().stream().mapToLong(KnownFolder::size).sum();
    }

    private static boolean isOf(String unit, String folder) {
        return folder.equals(unit) || folder.startsWith(unit + "/");
    }

    private static String folderOf(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    public static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

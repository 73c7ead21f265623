package dev.vigil.producer;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the incoming folder. It belongs to one thread, which may hang with the disk without holding up another. */
final class Scanner {
    private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);

    private final Path root;
    private final Clock clock;
    private final Set<String> unitsEver = new TreeSet<>();
    private final Map<String, Object> unitKeys = new HashMap<>();
    private final Set<String> folders = new HashSet<>();
    private final Set<String> strays = new HashSet<>();

    Scanner(Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    /** Lists everything. */
    Listing everything(Collection<String> asked) {
        folders.clear();
        return list(asked, true, Set.of());
    }

    /** Lists the folders of the units, those that are named, and whatever is new in them. */
    Listing recent(Collection<String> asked, Set<String> named) {
        return list(asked, false, named);
    }

    private Listing list(Collection<String> asked, boolean isFull, Set<String> named) {
        Walk walk = new Walk(isFull, named);
        Instant started = clock.instant();
        walk.units();
        unitsEver.addAll(walk.reached.keySet());
        Set<String> unreachable = new TreeSet<>(unitsEver);
        unreachable.removeAll(walk.reached.keySet());
        return new Listing(
                started,
                isFull,
                walk.rootIsThere,
                walk.reached,
                unreachable,
                walk.files,
                gone(asked, walk.reached.keySet()));
    }

    /** Only what is certainly not there is gone; nothing is gone from a unit that cannot be read. */
    private Set<String> gone(Collection<String> asked, Set<String> reached) {
        Set<String> gone = new HashSet<>();
        for (String path : asked) {
            boolean unitIsThere = reached.contains(path.substring(0, path.indexOf('/')));
            if (unitIsThere && Files.notExists(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                gone.add(path);
            }
        }
        return gone;
    }

    /** One listing. */
    private final class Walk {
        private final boolean isFull;
        private final Set<String> named;
        private final Map<String, UnitDisk> reached = new TreeMap<>();
        private final List<Sighting> files = new ArrayList<>();
        private boolean rootIsThere;

        Walk(boolean isFull, Set<String> named) {
            this.isFull = isFull;
            this.named = named;
        }

        void units() {
            Optional<List<Path>> inside = entries(root);
            rootIsThere = inside.isPresent();
            for (Path entry : inside.orElse(List.of())) {
                String name = entry.getFileName().toString();
                if (FileNames.isTemporary(name)) {
                    continue;
                }
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    unit(entry, name);
                } else if (strays.add(name)) {
                    LOG.warn("{} is in no unit's folder and is not taken; put it into {}/<unit>/<night>/", name, root);
                }
            }
        }

        private void unit(Path folder, String name) {
            Optional<List<Path>> inside = entries(folder);
            if (inside.isPresent() && !isEmptiedMount(name, folder, inside.get())) {
                reached.put(name, UnitDisk.under(folder));
                folders.add(name);
                inside.get().forEach(entry -> entry(entry, name + "/" + entry.getFileName()));
                named.stream().filter(path -> path.startsWith(name + "/")).forEach(this::folder);
            }
        }

        /** Where a disk is no longer mounted, another folder shows, and it is empty. */
        private boolean isEmptiedMount(String name, Path folder, List<Path> inside) {
            Object key = keyOf(folder);
            if (!inside.isEmpty()) {
                unitKeys.put(name, key);
            }
            return inside.isEmpty()
                    && unitKeys.containsKey(name)
                    && !unitKeys.get(name).equals(key);
        }

        private void folder(String path) {
            entries(root.resolve(path))
                    .ifPresent(inside -> inside.forEach(entry -> entry(entry, path + "/" + entry.getFileName())));
        }

        private void entry(Path entry, String path) {
            String name = entry.getFileName().toString();
            if (FileNames.isTemporary(name)) {
                return;
            }
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isDirectory()) {
                    directory(path, name, attributes);
                } else {
                    files.add(FileLook.of(root, entry, path, attributes));
                }
            } catch (IOException vanished) {
                LOG.debug("{} cannot be looked at: {}", path, vanished.toString());
            }
        }

        private void directory(String path, String name, BasicFileAttributes attributes) {
            if (FileNames.isFrame(name)) {
                files.add(new Sighting(
                        path,
                        Sighting.Kind.FOLDER,
                        0,
                        attributes.lastModifiedTime().toInstant(),
                        Optional.empty()));
            }
            if (folders.add(path) || isFull) {
                folder(path);
            }
        }

        private Optional<List<Path>> entries(Path folder) {
            List<Path> inside = new ArrayList<>();
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(inside::add);
                return Optional.of(inside);
            } catch (IOException | DirectoryIteratorException unreadable) {
                LOG.debug("{} cannot be listed: {}", folder, unreadable.toString());
                return Optional.empty();
            }
        }
    }

    /** Tells one folder from another under the same name, where the file system can. */
    private static Object keyOf(Path folder) {
        try {
            Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
            return key == null ? "" : key;
        } catch (IOException unknown) {
            return "";
        }
    }
}

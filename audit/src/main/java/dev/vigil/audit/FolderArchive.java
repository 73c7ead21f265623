package dev.vigil.audit;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An archive, and the keys of the nights in question. */
final class FolderArchive implements ArchiveSide {
    private static final String MASTERS = "masters";

    /** What people put beside the nights is of none. */
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Archive archive;
    private final Set<String> keys;

    private FolderArchive(Archive archive, Set<String> keys) {
        this.archive = archive;
        this.keys = keys;
    }

    /** Lists what the archive holds of these nights of these units, as far as it is older than a time. */
    static FolderArchive list(Archive archive, Set<String> units, Nights nights, Instant before)
            throws ArchiveException {
        Set<String> keys = new HashSet<>();
        for (String unit : units) {
            for (String area : new String[] {"raw", "products", MASTERS}) {
                for (Stored stored : archive.list(ArchiveKey.of(area, unit).value())) {
                    if (nights.include(unit, night(stored.key())) && isOlder(archive, stored.key(), before)) {
                        keys.add(stored.key().value());
                    }
                }
            }
        }
        return new FolderArchive(archive, keys);
    }

    /** {@code raw/<unit>/<night>/…}, {@code products/<unit>/<night>/…}, {@code masters/<unit>/<kind>/<night>_…}. */
    static String night(ArchiveKey key) {
        String[] parts = key.value().split("/");
        if (parts.length < 4) {
            return Nights.UNKNOWN;
        }
        String text = parts[0].equals(MASTERS) ? parts[3].split("_", 2)[0] : parts[2];
        return DATE.matcher(text).matches() ? text : Nights.UNKNOWN;
    }

    private static boolean isOlder(Archive archive, ArchiveKey key, Instant before) {
        try {
            Optional<Path> file = archive.path(key);
            return file.isPresent()
                    && Files.getLastModifiedTime(file.get()).toInstant().isBefore(before);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    @Override
    public Optional<Long> size(String key) throws ArchiveException {
        return archive.find(new ArchiveKey(key)).map(Stored::size);
    }

    @Override
    public String digest(String key) throws ArchiveException {
        return archive.digest(new ArchiveKey(key));
    }

    @Override
    public Set<String> keys() {
        return keys;
    }
}

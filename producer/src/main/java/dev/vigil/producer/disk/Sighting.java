package dev.vigil.producer.disk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * A name in the listing of the incoming folder, as it stood there.
 *
 * @param path below the incoming folder, with slashes
 * @param key tells whether two names are the same file, where the file system has such a thing
 */
public record Sighting(String path, Kind kind, long size, Instant modified, Optional<String> key) {
    public Sighting {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        // As precise as an event can say it, so that a file equals its own announcement.
        modified = modified.truncatedTo(ChronoUnit.MICROS);
    }

    /** What stands under a name. */
    public enum Kind {
        FILE,
        FOLDER,
        LINK_OUTSIDE,
        SPECIAL
    }

    /** The first folder of the path. */
    public String unit() {
        return path.substring(0, path.indexOf('/'));
    }

    public String belowUnit() {
        return path.substring(path.indexOf('/') + 1);
    }

    /** The same, as an announcement tells it. */
    public Sighting withoutKey() {
        return new Sighting(path, kind, size, modified, Optional.empty());
    }

    /** Whether the name holds what it held before, as far as the listing tells. */
    public boolean isSameAs(Sighting other) {
        return kind == other.kind && size == other.size && modified.equals(other.modified) && key.equals(other.key);
    }
}

package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * A file in the archive or the working area.
 *
 * @param area which store
 * @param key its name there
 * @param size bytes
 * @param digest SHA-256 of its bytes
 */
public record StoredFile(Area area, String key, long size, Sha256 digest) {
    public StoredFile {
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(digest, "digest");
    }
}

package dev.vigil.archive;

import java.util.Objects;

/** A file that is there. */
public record Stored(ArchiveKey key, long size) {
    public Stored {
        Objects.requireNonNull(key, "key");
    }
}

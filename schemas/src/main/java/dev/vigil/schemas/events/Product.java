package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * A file that a reduction made.
 *
 * @param kind what it is
 * @param file where it is
 */
public record Product(ProductKind kind, StoredFile file) {
    public Product {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(file, "file");
    }
}

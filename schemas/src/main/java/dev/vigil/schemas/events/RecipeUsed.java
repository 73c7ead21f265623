package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * Which recipe made a product.
 *
 * @param name its name
 * @param version its version
 * @param fingerprint digest of its printed steps
 */
public record RecipeUsed(String name, String version, String fingerprint) {
    public RecipeUsed {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}

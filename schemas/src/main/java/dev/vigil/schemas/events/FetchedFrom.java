package dev.vigil.schemas.events;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What one place had to do with a file that was fetched.
 *
 * @param location where it was fetched from, as it was announced
 * @param bytes how many came from there, over the line
 * @param trouble why it was left for another, if it was
 */
public record FetchedFrom(URI location, long bytes, Optional<String> trouble) {
    public FetchedFrom {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(trouble, "trouble");
    }
}

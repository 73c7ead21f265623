package dev.vigil.schemas.events;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * The bytes of a complete file: how to know them and where to fetch them.
 *
 * @param source SHA-256 of the file as the telescope wrote it
 * @param content SHA-256 of the file uncompressed
 * @param pixels SHA-256 of the data of each HDU that has any
 * @param locations where the bytes can be fetched, the best first
 */
public record TakenFile(Sha256 source, Sha256 content, List<Sha256> pixels, List<URI> locations) {
    public TakenFile {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(content, "content");
        pixels = List.copyOf(pixels);
        locations = List.copyOf(locations);
    }
}

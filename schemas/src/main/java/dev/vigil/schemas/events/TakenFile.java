package dev.vigil.schemas.events;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The bytes of a complete file: how to know them and where to fetch them.
 *
 * @param source SHA-256 of the file as the telescope wrote it
 * @param content SHA-256 of the file uncompressed
 * @param pixels SHA-256 of the data of each HDU that has any
 * @param locations where the bytes can be fetched, the best first
 * @param elsewhere where other software puts it, where Vigil moves none of its unit's files
 * @param kept how long the telescope keeps the file at least, where its profile says so
 */
public record TakenFile(
        Sha256 source,
        Sha256 content,
        List<Sha256> pixels,
        List<URI> locations,
        Optional<Elsewhere> elsewhere,
        Optional<Duration> kept) {
    public TakenFile {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(content, "content");
        pixels = List.copyOf(pixels);
        locations = List.copyOf(locations);
        Objects.requireNonNull(elsewhere, "elsewhere");
        Objects.requireNonNull(kept, "kept");
    }

    /** One that Vigil moves. */
    public TakenFile(Sha256 source, Sha256 content, List<Sha256> pixels, List<URI> locations) {
        this(source, content, pixels, locations, Optional.empty(), Optional.empty());
    }
}

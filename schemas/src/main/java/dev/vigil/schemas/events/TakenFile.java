package dev.vigil.schemas.events;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** The same, offered elsewhere by now, in the forms that were announced. */
    public TakenFile offeredAt(List<URI> places, String path) {
        List<String> forms = locations.stream()
                .flatMap(location -> Optional.ofNullable(location.getRawQuery()).stream())
                .distinct()
                .map(query -> "?" + query)
                .toList();
        return new TakenFile(source, content, pixels, locations(places, path, forms), elsewhere, kept);
    }

    /** Where a file can be fetched: on a disk that both share, else in the forms in which it is served, else as it is. */
    public static List<URI> locations(List<URI> places, String path, List<String> forms) {
        String name = FrameId.ofPath(path).value();
        Stream<String> packed = forms.stream()
                .flatMap(form -> places.stream().filter(TakenFile::isServed).map(place -> place + name + form));
        Stream<String> plain = places.stream().map(place -> place + name);
        return Stream.concat(packed, plain)
                .map(URI::create)
                .sorted(Comparator.comparing((URI location) -> !"file".equals(location.getScheme()))
                        .thenComparing(location -> !isServed(location)))
                .toList();
    }

    private static boolean isServed(URI place) {
        return "http".equals(place.getScheme()) || "https".equals(place.getScheme());
    }
}

package dev.vigil.producer.serving;

import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.TakenFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where others can fetch a file.
 *
 * @param shared the incoming folder, where it may be offered by its path on a shared disk
 * @param served the addresses of the file server, the best first, where it may be offered over HTTP
 * @param packaging which files are offered packed as well, before they are offered as they are
 * @param sftp the incoming folder as an SFTP server gives it
 */
public record Locations(Optional<Path> shared, List<URI> served, Packaging packaging, Optional<URI> sftp) {
    public Locations {
        Objects.requireNonNull(shared, "shared");
        served = List.copyOf(served);
        Objects.requireNonNull(packaging, "packaging");
        Objects.requireNonNull(sftp, "sftp");
    }

    /** Files that no SFTP server gives. */
    public Locations(Optional<Path> shared, List<URI> served, Packaging packaging) {
        this(shared, served, packaging, Optional.empty());
    }

    /** The quickest first. */
    public List<URI> of(String unit, String path, FrameType type) {
        List<String> forms =
                packaging.of(unit, path, type).stream().map(PackedForm::query).toList();
        return TakenFile.locations(places(), path, forms);
    }

    /** What stands before the encoded path of any file, the quickest first. */
    public List<URI> places() {
        List<URI> places = new ArrayList<>();
        shared.map(root -> root.resolve("any").toUri().resolve(".")).ifPresent(places::add);
        served.forEach(address -> places.add(URI.create(address + FileServer.PAGE)));
        sftp.map(root -> URI.create(root + "/")).ifPresent(places::add);
        return places;
    }
}

package dev.vigil.producer;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameType;
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
record Locations(Optional<Path> shared, List<URI> served, Packaging packaging, Optional<URI> sftp) {
    Locations {
        Objects.requireNonNull(shared, "shared");
        served = List.copyOf(served);
        Objects.requireNonNull(packaging, "packaging");
        Objects.requireNonNull(sftp, "sftp");
    }

    /** Files that no SFTP server gives. */
    Locations(Optional<Path> shared, List<URI> served, Packaging packaging) {
        this(shared, served, packaging, Optional.empty());
    }

    /** The quickest first. */
    List<URI> of(String unit, String path, FrameType type) {
        List<URI> locations = new ArrayList<>();
        shared.map(root -> root.resolve(path).toUri()).ifPresent(locations::add);
        List<URI> plain = served.stream()
                .map(address -> URI.create(
                        address + FileServer.PAGE + FrameId.ofPath(path).value()))
                .toList();
        packaging
                .of(unit, path, type)
                .forEach(form -> plain.forEach(address -> locations.add(URI.create(address + form.query()))));
        locations.addAll(plain);
        sftp.map(root -> URI.create(root + "/" + FrameId.ofPath(path).value())).ifPresent(locations::add);
        return locations;
    }
}

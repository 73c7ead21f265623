package dev.vigil.audit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a single file whether it lies where a producer offers it, without listing a disk. */
final class Presence {
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Producers producers;

    Presence(Producers producers) {
        this.producers = producers;
    }

    /**
     * Whether the file is there; nothing where nobody could tell.
     *
     * @param path below the incoming folder
     * @param locations where it is offered; one of SFTP is not asked
     */
    Optional<Boolean> of(String path, List<URI> locations) throws InterruptedException {
        for (URI location : locations) {
            Optional<Boolean> answer = answer(path, location);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private Optional<Boolean> answer(String path, URI location) throws InterruptedException {
        try {
            return switch (String.valueOf(location.getScheme())) {
                case "file" ->
                    PatientWait.of(location.toString(), () -> onDisk(path, location), () -> 0, Producers.PATIENCE);
                case "sftp" -> Optional.empty();
                default -> served(location);
            };
        } catch (IOException nobodyCanTell) {
            LOG.debug("{}: {}", location, nobodyCanTell.getMessage());
            return Optional.empty();
        }
    }

    /** A file that its producer may not read is there all the same. */
    private Optional<Boolean> served(URI location) throws IOException, InterruptedException {
        return switch (producers.status(location)) {
            case Producers.OK, FORBIDDEN -> Optional.of(true);
            case NOT_FOUND -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Where the unit's folder is empty or away, its disk is not mounted. */
    private static Optional<Boolean> onDisk(String path, URI location) throws IOException {
        if (Files.exists(Path.of(location), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(true);
        }
        Path unit = Paths.incoming(location, path).resolve(Paths.unit(path));
        if (!Files.isDirectory(unit)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(unit)) {
            return entries.findAny().map(any -> false);
        }
    }
}

package dev.vigil.audit;

import dev.vigil.instruments.Profile;
import dev.vigil.instruments.Profiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Paths below an incoming folder: {@code <unit>/<night>/…/<name>}. */
final class Paths {
    private static final Profile ANY = Profiles.bundled().profileFor("any");

    private Paths() {}

    /** The night that a folder of a path names, as it does in every profile; most folders of some cameras name none. */
    static Optional<String> night(String path) {
        return ANY.folderNight(belowUnit(path)).date().map(LocalDate::toString);
    }

    /** The date by which a range of nights names a file; what a folder's name tells of it is the same in every profile. */
    static LocalDate date(String path, Instant modified) {
        return ANY.dateOf(belowUnit(path), modified);
    }

    /** The incoming folder of a file that lies at a location on a disk. */
    static Path incoming(URI location, String path) throws IOException {
        String file = Path.of(location).toString();
        if (!file.endsWith(path)) {
            throw new IOException(location + " is not below an incoming folder");
        }
        return Path.of(file.substring(0, file.length() - path.length()));
    }

    private static String belowUnit(String path) {
        return path.substring(path.indexOf('/') + 1);
    }

    static String unit(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}

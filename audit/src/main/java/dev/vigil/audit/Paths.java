package dev.vigil.audit;

import dev.vigil.instruments.Profile;
import dev.vigil.instruments.Profiles;
import java.time.Instant;
import java.time.LocalDate;

/** Paths below an incoming folder: {@code <unit>/<night>/…/<name>}. */
final class Paths {
    private static final Profile ANY = Profiles.bundled().profileFor("any");

    private Paths() {}

    /** The folder below the unit's, which is usually a night; nothing for a file that lies beside the nights. */
    static String folder(String path) {
        String[] parts = path.split("/", 3);
        return parts.length < 3 ? "" : parts[1];
    }

    /** The date by which a range of nights names a file; what a folder's name tells of it is the same in every profile. */
    static LocalDate date(String path, Instant modified) {
        return ANY.dateOf(path.substring(path.indexOf('/') + 1), modified);
    }

    static String unit(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}

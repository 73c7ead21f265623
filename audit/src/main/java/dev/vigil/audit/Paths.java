package dev.vigil.audit;

/** Paths below an incoming folder: {@code <unit>/<night>/…/<name>}. */
final class Paths {
    private Paths() {}

    /** The folder below the unit's, which is usually a night; nothing for a file that lies beside the nights. */
    static String folder(String path) {
        String[] parts = path.split("/", 3);
        return parts.length < 3 ? "" : parts[1];
    }

    static String unit(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}

package dev.vigil.common.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that a setting names. */
final class NamedFile {
    private NamedFile() {}

    /** What keeps it from being read, behind its name; nothing of no name. */
    static Optional<String> trouble(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Path file = Path.of(name);
        if (Files.notExists(file)) {
            return Optional.of(
                    name + ", which is not there" + (file.isAbsolute() ? "" : " (" + file.toAbsolutePath() + ")"));
        }
        if (Files.isDirectory(file)) {
            return Optional.of(name + ", which is a folder and no file");
        }
        return Files.isReadable(file)
                ? Optional.empty()
                : Optional.of(name + ", which " + System.getProperty("user.name") + " may not read");
    }
}

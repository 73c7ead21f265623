package dev.vigil.auditor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Remembers how far the archive has been read, over a restart; a note that is lost only means beginning anew. */
final class Place {
    private final Path note;

    Place(Path note) {
        this.note = note;
    }

    /** The last night that was read to its end; empty at the beginning. */
    String last() {
        try {
            return Files.exists(note) ? Files.readString(note).strip() : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    void at(String night) throws IOException {
        Files.createDirectories(note.getParent());
        Path draft = note.resolveSibling(note.getFileName() + ".new");
        Files.writeString(draft, night + "\n");
        Files.move(draft, note, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}

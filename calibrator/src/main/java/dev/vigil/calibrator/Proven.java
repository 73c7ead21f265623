package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.imaging.ImageReader;
import dev.vigil.schemas.events.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that were read to their end and had the digest that they should: until they are touched, they need not be again. */
final class Proven {
    private static final int MOST = 1000;

    private final Inputs inputs;
    private final Map<StoredFile, State> files = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StoredFile, State> eldest) {
            return size() > MOST;
        }
    };

    Proven(Inputs inputs) {
        this.inputs = inputs;
    }

    /** An open file that the caller closes. */
    synchronized ImageReader open(StoredFile file) throws ArchiveException, TroubleException {
        State now = Inputs.explaining(file.key(), () -> State.of(inputs.path(file)));
        if (now.equals(files.get(file))) {
            return inputs.openedAgain(file);
        }
        ImageReader reader = inputs.opened(file);
        files.put(file, now);
        return reader;
    }

    /** What the file system says of a file without its being read. */
    private record State(long size, FileTime modified, String key) {
        static State of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new State(attributes.size(), attributes.lastModifiedTime(), String.valueOf(attributes.fileKey()));
        }
    }
}

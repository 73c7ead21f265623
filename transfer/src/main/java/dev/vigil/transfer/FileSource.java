package dev.vigil.transfer;

import dev.vigil.schemas.events.FailureCategory;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files on a disk that is mounted here.
 *
 * @param depth how many folders deep the files of this frame lie below the incoming folder
 */
record FileSource(int depth) implements Source {

    @Override
    public Bytes open(URI location, long offset, Optional<String> tag) throws TroubleException, IOException {
        Path file = path(location);
        try {
            SeekableByteChannel channel = Files.newByteChannel(file);
            channel.position(offset);
            return new Bytes(Channels.newInputStream(channel), offset, tag);
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new TroubleException(isHere(file) ? gone(file) : notMounted(file));
        } catch (AccessDeniedException e) {
            throw new TroubleException(new Trouble.Failing(
                    FailureCategory.PERMISSION_DENIED,
                    "may not be read at " + file,
                    "let the user of the transfer read it"));
        }
    }

    static Path path(URI location) throws TroubleException {
        try {
            return Path.of(location);
        } catch (IllegalArgumentException e) {
            throw new TroubleException(new Trouble.Failing(
                    FailureCategory.SOFTWARE,
                    "was announced at " + location + ", which is no file: " + e.getMessage(),
                    "report this as an error of the producer"));
        }
    }

    /** The telescope's disk is here when the folder of the unit is; without it a missing file tells nothing. */
    private boolean isHere(Path file) {
        Path folder = file;
        for (int i = 0; i < depth - 1; i++) {
            folder = folder.getParent() == null ? folder : folder.getParent();
        }
        return Files.isDirectory(folder);
    }

    private static Trouble gone(Path file) {
        return new Trouble.Failing(
                FailureCategory.SOURCE_MISSING,
                "is no longer at " + file,
                "put the file back, then vigil retry FRAME; or write it off: vigil close FRAME --why TEXT");
    }

    private static Trouble notMounted(Path file) {
        return new Trouble.Away("the telescope's disk", "there is no " + file + ", nor the folder of its unit");
    }
}

package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.ImageReader;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterFileRows;
import dev.vigil.reduction.masters.MasterKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A fringe frame whose pixels can be read until it is closed; or none, where a frame has none. */
record OpenFringe(Optional<Master> master, Optional<ImageReader> reader) implements AutoCloseable {
    static final OpenFringe NONE = new OpenFringe(Optional.empty(), Optional.empty());

    static OpenFringe of(String id, Path file, String detector) throws IOException, BadFitsException {
        ImageReader reader = ImageReader.open(file);
        try {
            Master master = Master.of(id, MasterKind.FRINGE, MasterFileRows.of(reader, detector));
            return new OpenFringe(Optional.of(master), Optional.of(reader));
        } catch (BadFitsException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public void close() throws ArchiveException {
        if (reader.isPresent()) {
            try {
                reader.get().close();
            } catch (IOException e) {
                throw ArchiveException.of("closing a fringe frame", e);
            }
        }
    }
}

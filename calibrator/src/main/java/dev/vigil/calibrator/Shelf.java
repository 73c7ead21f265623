package dev.vigil.calibrator;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.imaging.HduStore;
import dev.vigil.imaging.OutputHdu;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/**
 * Where the planes of detectors that are done wait for the others of their product: a single one's stay in memory, those of several lie in a
 * scratch file beside the products, as they will lie in theirs.
 */
final class Shelf implements AutoCloseable {
    private final Optional<SeekableByteChannel> scratch;
    private final Optional<HduStore> store;
    private final Archive archive;

    /** A shelf in a scratch file of an archive, or in none. */
    Shelf(Optional<SeekableByteChannel> scratch, Archive archive) {
        this.scratch = scratch;
        this.store = scratch.map(HduStore::new);
        this.archive = archive;
    }

    static Shelf of(int detectors, Products products) throws ArchiveException {
        return new Shelf(detectors > 1 ? Optional.of(products.scratch()) : Optional.empty(), products.archive());
    }

    OutputHdu keep(OutputHdu plane) throws ArchiveException {
        try {
            return store.isPresent() ? store.get().put(plane) : plane;
        } catch (IOException e) {
            throw archive.refusing("putting away the planes of a detector until the others are done", e);
        }
    }

    @Override
    public void close() throws ArchiveException {
        if (scratch.isPresent()) {
            try {
                scratch.get().close();
            } catch (IOException e) {
                throw archive.refusing("closing a scratch file", e);
            }
        }
    }
}

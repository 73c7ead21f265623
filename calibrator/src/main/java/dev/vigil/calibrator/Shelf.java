package dev.vigil.calibrator;

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
    private final String where;

    /** A shelf in a scratch file, or none; where that lies is said when it cannot be used. */
    Shelf(Optional<SeekableByteChannel> scratch, String where) {
        this.scratch = scratch;
        this.store = scratch.map(HduStore::new);
        this.where = where;
    }

    static Shelf of(int detectors, Products products) throws ArchiveException {
        return new Shelf(
                detectors > 1 ? Optional.of(products.scratch()) : Optional.empty(),
                products.archive().toString());
    }

    OutputHdu keep(OutputHdu plane) throws ArchiveException {
        try {
            return store.isPresent() ? store.get().put(plane) : plane;
        } catch (IOException e) {
            throw ArchiveException.of(
                    "putting away the planes of a detector in the " + where + " until the others are done", e);
        }
    }

    @Override
    public void close() throws ArchiveException {
        if (scratch.isPresent()) {
            try {
                scratch.get().close();
            } catch (IOException e) {
                throw ArchiveException.of("closing a scratch file", e);
            }
        }
    }
}

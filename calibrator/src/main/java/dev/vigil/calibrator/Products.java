package dev.vigil.calibrator;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.archive.Publication;
import dev.vigil.archive.Stored;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;

/** Puts products into the archive under names that had none; whoever comes second adopts what the first one left. */
record Products(Archive archive, String worker) {
    private static final int BUFFER = 1 << 16;

    /** Writes the content of a product. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A product that is there already. */
    Optional<Product> find(ProductKind kind, ArchiveKey key) throws ArchiveException {
        Optional<Stored> there = archive.find(key);
        return there.isPresent()
                ? Optional.of(product(kind, key, there.get().size(), archive.digest(key)))
                : Optional.empty();
    }

    Product publish(ProductKind kind, ArchiveKey key, List<OutputHdu> hdus) throws ArchiveException {
        return publish(kind, key, Optional.empty(), hdus);
    }

    /** As {@link #publish(ProductKind, ArchiveKey, List)}; with a digest, other bytes are told, but not published. */
    Product publish(ProductKind kind, ArchiveKey key, Optional<Sha256> only, List<OutputHdu> hdus)
            throws ArchiveException {
        return publish(kind, key, only, out -> FitsWriter.write(out, hdus));
    }

    Product publish(ProductKind kind, ArchiveKey key, Content content) throws ArchiveException {
        return publish(kind, key, Optional.empty(), content);
    }

    private Product publish(ProductKind kind, ArchiveKey key, Optional<Sha256> only, Content content)
            throws ArchiveException {
        try (Draft draft = archive.draft(key, worker)) {
            write(draft, content);
            Publication publication =
                    only.isPresent() ? archive.publish(draft, only.get().value()) : archive.publish(draft);
            return product(kind, key, publication.size(), publication.digest());
        }
    }

    /** Room for what is needed only until a product is written. */
    SeekableByteChannel scratch() throws ArchiveException {
        return archive.scratch(worker);
    }

    private static void write(Draft draft, Content content) throws ArchiveException {
        try {
            OutputStream out = new BufferedOutputStream(draft, BUFFER);
            content.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw ArchiveException.of("writing " + draft.key(), e);
        }
    }

    /** The headers of a product of ours. */
    FitsFile headers(Product product) throws ArchiveException, TroubleException {
        ArchiveKey key = new ArchiveKey(product.file().key());
        return Inputs.explaining(
                key.value(), () -> FitsFile.read(archive.path(key).orElseThrow(() -> elsewhere(key))));
    }

    private static TroubleException elsewhere(ArchiveKey key) {
        return new Trouble(
                        FailureCategory.UNREADABLE,
                        key + " is in an archive that is not on a disk of this machine",
                        "run the calibrator where the archive's disk is")
                .thrown();
    }

    private static Product product(ProductKind kind, ArchiveKey key, long size, String digest) {
        return new Product(kind, new StoredFile(Area.ARCHIVE, key.value(), size, new Sha256(digest)));
    }
}

package dev.vigil.transfer;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Unpack;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Uncompresses an archived file, and checks that this gives what it gave at the telescope. */
record Unpacker(Archive archive) {

    /** The digest of what an archived file gives, of which nobody has told it before. */
    Sha256 digest(StoredFile archived) throws ArchiveException, TroubleException {
        dev.vigil.archive.Sha256 sum = new dev.vigil.archive.Sha256();
        try {
            write(new ArchiveKey(archived.key()), sum.stream());
            return new Sha256(sum.hex());
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException | BadFitsException e) {
            throw notUncompressed(e);
        }
    }

    /** A draft that has the digest of the content. */
    Draft unpack(StoredFile archived, Sha256 content, Shelf.Drafts drafts) throws ArchiveException, TroubleException {
        Draft draft = drafts.begin();
        try {
            write(new ArchiveKey(archived.key()), draft);
            check(content, draft);
            return draft;
        } catch (ArchiveException | TroubleException | RuntimeException e) {
            draft.close();
            throw e;
        } catch (IOException | BadFitsException e) {
            draft.close();
            throw notUncompressed(e);
        }
    }

    private static TroubleException notUncompressed(Exception why) {
        return new TroubleException(new Trouble.Failing(
                FailureCategory.DAMAGED,
                "cannot be uncompressed: " + why.getMessage(),
                "see whether the file can be uncompressed at the telescope"));
    }

    private void write(ArchiveKey key, OutputStream plain) throws IOException, BadFitsException {
        Optional<Path> local = archive.path(key);
        if (local.isPresent()) {
            Unpack.toPlain(local.get(), plain);
            return;
        }
        try (ScratchFile packed = new ScratchFile(key);
                InputStream stream = archive.open(key)) {
            stream.transferTo(packed);
            Unpack.toPlain(packed.written(), plain);
        }
    }

    private static void check(Sha256 content, Draft draft) throws ArchiveException, TroubleException {
        if (!draft.digest().equals(content.value())) {
            throw new TroubleException(new Trouble.Failing(
                    FailureCategory.DAMAGED,
                    "uncompressed it has the digest " + draft.digest() + " instead of the announced " + content,
                    "see whether producer and transfer are of the same version"));
        }
    }
}

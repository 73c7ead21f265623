package dev.vigil.transfer;

import dev.vigil.archive.Archive;
import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Unpack;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.TransferTask;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Uncompresses an archived file, and checks that this gives what it gave at the telescope. */
record Unpacker(Archive archive) {

    /** A draft whose digest is the announced content's. */
    Draft unpack(TransferTask task, StoredFile archived, Shelf.Drafts drafts)
            throws ArchiveException, TroubleException {
        Draft draft = drafts.begin();
        try {
            write(new ArchiveKey(archived.key()), draft);
            check(task, draft);
            return draft;
        } catch (ArchiveException | TroubleException | RuntimeException e) {
            draft.close();
            throw e;
        } catch (IOException | BadFitsException e) {
            draft.close();
            throw new TroubleException(new Trouble.Failing(
                    FailureCategory.DAMAGED,
                    "cannot be uncompressed: " + e.getMessage(),
                    "see whether the file can be uncompressed at the telescope"));
        }
    }

    private void write(ArchiveKey key, Draft draft) throws IOException, BadFitsException {
        Optional<Path> local = archive.path(key);
        if (local.isPresent()) {
            Unpack.toPlain(local.get(), draft);
            return;
        }
        Path copy = Files.createTempFile("packed-", "");
        try (InputStream stream = archive.open(key)) {
            Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
            Unpack.toPlain(copy, draft);
        } finally {
            Files.delete(copy);
        }
    }

    private static void check(TransferTask task, Draft draft) throws TroubleException {
        String announced = task.file().content().value();
        if (!draft.digest().equals(announced)) {
            throw new TroubleException(new Trouble.Failing(
                    FailureCategory.DAMAGED,
                    "uncompressed it has the digest " + draft.digest() + " instead of the announced " + announced,
                    "see whether producer and transfer are of the same version"));
        }
    }
}

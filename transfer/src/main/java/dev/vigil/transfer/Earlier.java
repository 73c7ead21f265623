package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Borrowing;
import dev.vigil.archive.Draft;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.TransferTask;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Takes a file from an earlier revision of its frame that is in the archive, and was the same file: it is not sent over the line twice. */
record Earlier(Shelf shelf) {
    Optional<Draft> draft(TransferTask task, Shelf.Drafts drafts) throws ArchiveException {
        for (int revision = task.identity().revision() - 1; revision > 0; revision--) {
            Optional<StoredFile> same =
                    shelf.found(Names.archivedAs(task, revision), task.file().source());
            if (same.isPresent()) {
                return Optional.of(draft(new ArchiveKey(same.get().key()), drafts));
            }
        }
        return Optional.empty();
    }

    /** Nothing in the archive is ever written to, so one file may have both names. */
    private Draft draft(ArchiveKey there, Shelf.Drafts drafts) throws ArchiveException {
        Optional<Path> local = shelf.archive().path(there);
        Optional<Draft> linked = local.isPresent() ? drafts.borrow(local.get(), Borrowing.LINK) : Optional.empty();
        return linked.isPresent() ? linked.get() : copy(there, drafts.begin());
    }

    private Draft copy(ArchiveKey there, Draft draft) throws ArchiveException {
        try (InputStream in = shelf.archive().open(there)) {
            in.transferTo(draft);
            return draft;
        } catch (IOException e) {
            draft.close();
            throw ArchiveException.of("copying " + there, e);
        }
    }
}

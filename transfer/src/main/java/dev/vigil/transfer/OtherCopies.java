package dev.vigil.transfer;

import dev.vigil.archive.Sha256;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.Elsewhere;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.TransferTask;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Looks at the copy that other software makes of a file. It is read, and never touched. */
final class OtherCopies {
    private OtherCopies() {}

    /** The copy, if it is there and its bytes are those that the telescope wrote. */
    static StoredFile verified(TransferTask task, Elsewhere place) throws TroubleException {
        Path copy = Path.of(place.copy());
        try {
            long size = Files.size(copy);
            if (size < task.size()) {
                throw new TroubleException(notYet("has " + size + " of " + task.size() + " bytes at " + copy));
            }
            return same(task, copy, size);
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new TroubleException(notYet("is not at " + copy));
        } catch (AccessDeniedException e) {
            throw new TroubleException(new Trouble.Failing(
                    FailureCategory.PERMISSION_DENIED,
                    "its copy may not be read at " + copy,
                    "let the user of the transfer read it, then ask for it to be looked at again with vigil retry"));
        } catch (IOException e) {
            throw new TroubleException(notYet("cannot be read at " + copy + ": " + e.getMessage()));
        }
    }

    private static StoredFile same(TransferTask task, Path copy, long size) throws IOException, TroubleException {
        String digest = Sha256.of(copy);
        if (!digest.equals(task.file().source().value())) {
            throw new TroubleException(new Trouble.Failing(
                    FailureCategory.DAMAGED,
                    "its copy at " + copy + " differs from what the telescope wrote: " + size
                            + " bytes with the digest " + digest + " instead of " + task.size() + " bytes with "
                            + task.file().source(),
                    "have the other software copy it again, then ask for it to be looked at again with vigil retry"));
        }
        return new StoredFile(Area.ELSEWHERE, copy.toString(), size, task.file().source());
    }

    private static Trouble notYet(String state) {
        return new Trouble.NotYet(Awaited.COPY, "the copy that other software makes", state);
    }
}

package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.Borrowing;
import dev.vigil.archive.Draft;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.common.settings.Settings;
import dev.vigil.schemas.events.TransferTask;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * How files come from a disk that is mounted here, where they need not be copied.
 *
 * @param ways those of each unit, in the words of the setting
 */
record SharedDisk(PerUnit<String> ways) {
    static final SharedDisk COPIED = new SharedDisk(new PerUnit<>("copy", Map.of()));

    static SharedDisk from(Config.Reader in) {
        return new SharedDisk(PerUnit.from(in, Settings.TRANSFER_SHARED));
    }

    private static Optional<Borrowing> borrowing(String word) {
        return switch (word) {
            case "link" -> Optional.of(Borrowing.LINK);
            case "reflink" -> Optional.of(Borrowing.CLONE);
            default -> Optional.empty();
        };
    }

    /** A draft with the announced digest that was not copied. Whatever else is there is for a copy to tell. */
    Optional<Draft> borrowed(TransferTask task, URI location, Shelf.Drafts drafts)
            throws ArchiveException, TroubleException {
        String folder = task.path().substring(0, task.path().indexOf('/'));
        Optional<Borrowing> how = borrowing(ways.of(task.identity().unit(), folder));
        if (how.isEmpty() || !"file".equals(location.getScheme())) {
            return Optional.empty();
        }
        Optional<Draft> draft = drafts.borrow(FileSource.path(location), how.get());
        if (draft.isPresent()
                && !draft.get().digest().equals(task.file().source().value())) {
            draft.get().close();
            return Optional.empty();
        }
        return draft;
    }
}

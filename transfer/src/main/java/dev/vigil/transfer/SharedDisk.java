package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.Borrowing;
import dev.vigil.archive.Draft;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.schemas.events.TransferTask;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How files come from a disk that is mounted here, where they need not be copied.
 *
 * @param usual how those of a unit of which nothing is said do; empty: they are copied
 * @param own how those of the others do
 */
record SharedDisk(Optional<Borrowing> usual, Map<String, Optional<Borrowing>> own) {
    static final SharedDisk COPIED = new SharedDisk(Optional.empty(), Map.of());

    SharedDisk {
        own = Map.copyOf(own);
    }

    static SharedDisk from(Config.Reader in) {
        return new SharedDisk(
                borrowing(in.get(Settings.TRANSFER_SHARED)),
                in.units().stream()
                        .filter(unit ->
                                in.given(Settings.TRANSFER_SHARED.of(unit)).isPresent())
                        .collect(Collectors.toMap(
                                Function.identity(), unit -> borrowing(in.get(Settings.TRANSFER_SHARED.of(unit))))));
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
        String unit = task.path().substring(0, task.path().indexOf('/'));
        Optional<Borrowing> how = own.getOrDefault(unit, usual);
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

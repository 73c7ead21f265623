package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.schemas.events.Elsewhere;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.TransferTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does a transfer task: what the telescope wrote goes to the archive, and uncompressed to the working area. */
record TransferHandler(Answers answers, Fetcher fetcher, Unpacker unpacker, Shelf archive, Shelf working) {

    /** The one answer to a task; an archive that cannot be written is no answer, but a reason to come again. */
    Outgoing<?> handle(TransferTask task) throws ArchiveException, InterruptedException {
        Instant began = answers.clock().instant();
        Journal journal = new Journal();
        try {
            Optional<Elsewhere> elsewhere = task.file().elsewhere();
            if (elsewhere.isPresent()) {
                return looked(task, elsewhere.get(), began);
            }
            StoredFile archived = archived(task, journal);
            StoredFile readable = isPlain(task) ? archived : readable(task, archived);
            return answers.transferred(task, archived, readable, began, journal.told());
        } catch (TroubleException e) {
            return e.trouble().answer(answers, task);
        }
    }

    /** What other software does we only see done, or not yet. */
    private Outgoing<?> looked(TransferTask task, Elsewhere place, Instant began) throws TroubleException {
        if (task.stage() == Stage.RECORDING) {
            return answers.ingested(task, OtherIngest.shown(place));
        }
        StoredFile copy = OtherCopies.verified(task, place);
        return answers.transferred(task, copy, copy, began, List.of());
    }

    private StoredFile archived(TransferTask task, Journal journal)
            throws ArchiveException, TroubleException, InterruptedException {
        return archive.place(
                Names.archived(task), task.file().source(), drafts -> fetcher.fetch(task, drafts, journal));
    }

    private StoredFile readable(TransferTask task, StoredFile archived)
            throws ArchiveException, TroubleException, InterruptedException {
        return working.place(
                Names.readable(task), task.file().content(), drafts -> unpacker.unpack(task, archived, drafts));
    }

    private static boolean isPlain(TransferTask task) {
        return task.file().source().equals(task.file().content());
    }
}

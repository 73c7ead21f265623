package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.TransferTask;
import java.time.Instant;

/** Does a transfer task: what the telescope wrote goes to the archive, and uncompressed to the working area. */
record TransferHandler(Answers answers, Fetcher fetcher, Unpacker unpacker, Shelf archive, Shelf working) {

    /** The one answer to a task; an archive that cannot be written is no answer, but a reason to come again. */
    Outgoing<?> handle(TransferTask task) throws ArchiveException, InterruptedException {
        Instant began = answers.clock().instant();
        Journal journal = new Journal();
        try {
            StoredFile archived = archived(task, journal);
            StoredFile readable = isPlain(task) ? archived : readable(task, archived);
            return answers.transferred(task, archived, readable, began, journal.told());
        } catch (TroubleException e) {
            return e.trouble().answer(answers, task);
        }
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

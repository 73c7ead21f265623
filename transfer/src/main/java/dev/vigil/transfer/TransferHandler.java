package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.archive.Draft;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.schemas.events.Elsewhere;
import dev.vigil.schemas.events.KeptWithLoss;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.TransferTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does a transfer task: what the telescope wrote goes to the archive, and uncompressed to the working area. */
record TransferHandler(Answers answers, Fetcher fetcher, Unpacker unpacker, Shelf archive, Shelf working) {

    /** The one answer to a task; what an archive cannot do is no answer yet. */
    Outgoing<?> handle(TransferTask task) throws ArchiveException, InterruptedException {
        Instant began = answers.clock().instant();
        Journal journal = new Journal();
        try {
            Optional<Elsewhere> elsewhere = task.file().elsewhere();
            if (elsewhere.isPresent()) {
                return looked(task, elsewhere.get(), began);
            }
            Kept kept = kept(task, journal);
            return answers.transferred(task, kept, readable(task, kept), began, journal.told());
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
        return answers.transferred(task, new Kept(copy, Optional.empty()), copy, began, List.of());
    }

    /** What was archived, and what it has lost. */
    record Kept(StoredFile file, Optional<KeptWithLoss> loss) {}

    /** With loss only where the unit is set to lose something, and the exact file is not here already. */
    private Kept kept(TransferTask task, Journal journal)
            throws ArchiveException, TroubleException, InterruptedException {
        Optional<LossyDownload> lossy = fetcher.withLoss(task, journal);
        if (lossy.isEmpty()) {
            return exact(task, journal);
        }
        Optional<StoredFile> there =
                archive.found(Names.archived(task), task.file().source());
        if (there.isPresent()) {
            return new Kept(there.get(), Optional.empty());
        }
        try {
            return keptWithLoss(task, lossy.get());
        } catch (TroubleException notSo) {
            // The source offers the exact file as well; what is wrong with this way is in the journal.
            return exact(task, journal);
        }
    }

    private Kept keptWithLoss(TransferTask task, LossyDownload lossy)
            throws ArchiveException, TroubleException, InterruptedException {
        Sha256 digest = lossy.digest();
        StoredFile file =
                archive.place(Names.keptWithLoss(task, digest), digest, drafts -> lossy.toEnd(digest, drafts));
        return new Kept(file, Optional.of(lossy.loss()));
    }

    private Kept exact(TransferTask task, Journal journal)
            throws ArchiveException, TroubleException, InterruptedException {
        StoredFile file =
                archive.place(Names.archived(task), task.file().source(), drafts -> exact(task, drafts, journal));
        return new Kept(file, Optional.empty());
    }

    private Draft exact(TransferTask task, Shelf.Drafts drafts, Journal journal)
            throws ArchiveException, TroubleException, InterruptedException {
        Optional<Draft> here = new Earlier(archive).draft(task, drafts);
        return here.isPresent() ? here.get() : fetcher.fetch(task, drafts, journal);
    }

    /** What workers read. */
    private StoredFile readable(TransferTask task, Kept kept)
            throws ArchiveException, TroubleException, InterruptedException {
        if (kept.loss().isEmpty() && isPlain(task)) {
            return kept.file();
        }
        Sha256 content = kept.loss().isPresent()
                ? unpacker.digest(kept.file())
                : task.file().content();
        List<ArchiveKey> names = kept.loss().isPresent() ? Names.readableWithLoss(task, content) : Names.readable(task);
        return working.place(names, content, drafts -> unpacker.unpack(kept.file(), content, drafts));
    }

    private static boolean isPlain(TransferTask task) {
        return task.file().source().equals(task.file().content());
    }
}

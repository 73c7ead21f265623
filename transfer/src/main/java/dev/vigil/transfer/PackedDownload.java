package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.Draft;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.schemas.events.TransferTask;
import java.io.IOException;
import java.util.List;

/**
 * Fetches a file packed, and unpacks it. Whatever goes wrong says nothing of the file itself: it is offered plain as well, and
 * fetched so then.
 */
record PackedDownload(TransferTask task, List<Place> places, Shelf.Drafts drafts, Download.Terms terms) {

    /** A draft whose digest is the announced one. */
    Draft toEnd() throws ArchiveException, TroubleException, InterruptedException {
        Draft draft = drafts.begin();
        try {
            PackedForm form = PackedForm.named(places.get(0).form().orElseThrow());
            unpack(form, fetched(draft), draft);
            if (draft.digest().equals(task.file().source().value())) {
                return draft;
            }
            draft.close();
            throw new TroubleException(away("unpacked it has other bytes than were announced"));
        } catch (ArchiveException | TroubleException | InterruptedException e) {
            draft.close();
            throw e;
        } catch (IOException | BadFitsException e) {
            draft.close();
            throw new TroubleException(away(e.toString()));
        }
    }

    /** A packed file is smaller than the plain one, or there is none. */
    private ScratchFile fetched(Draft plain) throws ArchiveException, TroubleException, InterruptedException {
        return Download.scratch(places, plain.key(), terms);
    }

    private void unpack(PackedForm form, ScratchFile packed, Draft plain) throws IOException, BadFitsException {
        try (packed) {
            form.unpack(packed.written(), plain, task.size());
        }
    }

    private Trouble away(String why) {
        String state = "does not send it packed: " + why;
        terms.journal().left(places.get(0).location(), state);
        return places.get(0).away(state);
    }
}

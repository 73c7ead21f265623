package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.Draft;
import dev.vigil.common.run.Pause;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.TileCompression;
import dev.vigil.schemas.events.TransferTask;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Fetches a file packed, and unpacks it. Whatever goes wrong says nothing of the file itself: it is offered plain as well, and
 * fetched so then.
 */
record PackedDownload(HttpSource http, TransferTask task, URI location, Shelf.Drafts drafts) {
    private static final String PACKED = "packed=rice";

    static boolean isOffered(URI location) {
        return PACKED.equals(location.getQuery());
    }

    /** A draft whose digest is the announced one. */
    Draft toEnd(Pause pause) throws ArchiveException, TroubleException, InterruptedException {
        Draft draft = drafts.begin();
        try {
            unpack(fetched(draft, pause), draft);
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
    private ScratchFile fetched(Draft plain, Pause pause) throws IOException, TroubleException, InterruptedException {
        Download download =
                new Download(http, location, task.size(), () -> new ScratchFile(plain.key()), Optional.empty());
        try {
            return (ScratchFile) download.toEnd(pause);
        } catch (IOException | TroubleException | InterruptedException e) {
            download.close();
            throw e;
        }
    }

    private static void unpack(ScratchFile packed, Draft plain) throws IOException, BadFitsException {
        try (packed) {
            TileCompression.unpack(packed.written(), plain);
        }
    }

    private Trouble away(String why) {
        return new Trouble.Away(HttpSource.address(location), "does not send it packed: " + why);
    }
}

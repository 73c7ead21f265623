package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.Draft;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Loss;
import dev.vigil.schemas.events.KeptWithLoss;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.TransferTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Fetches what is kept of a file whose unit's line is set to lose something. Its digest is the source's word, for nobody else has made
 * these bytes; that they are of the announced file they say themselves.
 *
 * @param places where it is offered so, all in the same form
 */
record LossyDownload(TransferTask task, List<Place> places, Download.Terms terms) {
    private static final int TRIES = 2;

    /** What is lost. */
    KeptWithLoss loss() {
        return new KeptWithLoss(places.get(0).steps().orElseThrow(), task.file().source());
    }

    /** The digest of the bytes that are offered, from the first place that says it. */
    Sha256 digest() throws TroubleException, InterruptedException {
        Optional<Trouble> trouble = Optional.empty();
        for (Place place : places) {
            try {
                Optional<Sha256> digest = place.digest();
                if (digest.isPresent()) {
                    return digest.get();
                }
                trouble = Optional.of(trouble.orElse(place.away("does not say what it sends with loss")));
            } catch (TroubleException refused) {
                trouble = Optional.of(trouble.orElse(refused.trouble()));
            } catch (IOException cut) {
                terms.reach().wasSilent(place.location());
                trouble = Optional.of(trouble.orElse(place.failing(cut)));
            }
        }
        terms.journal().left(places.get(0).location(), trouble.orElseThrow().said());
        throw new TroubleException(trouble.orElseThrow());
    }

    /** A draft of that digest, which says of itself that it is made of the announced file. */
    Draft toEnd(Sha256 digest, Shelf.Drafts drafts) throws ArchiveException, TroubleException, InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Draft> draft = attempt(digest, drafts);
            if (draft.isPresent()) {
                return draft.get();
            }
        }
        Trouble damaged = places.get(0).away("sends it with loss, with other bytes than it says");
        terms.journal().left(places.get(0).location(), damaged.said());
        throw new TroubleException(damaged);
    }

    private Optional<Draft> attempt(Sha256 digest, Shelf.Drafts drafts)
            throws ArchiveException, TroubleException, InterruptedException {
        Draft draft = drafts.begin();
        boolean isRight = false;
        try (ScratchFile packed = Download.scratch(places, draft.key(), terms)) {
            isRight = saysSo(packed.written());
            if (isRight) {
                Files.copy(packed.written(), draft);
                isRight = draft.digest().equals(digest.value());
            }
            return isRight ? Optional.of(draft) : Optional.empty();
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException e) {
            throw ArchiveException.of("copying what came of " + draft.key(), e);
        } finally {
            if (!isRight) {
                draft.close();
            }
        }
    }

    private boolean saysSo(Path packed) {
        try {
            Loss wanted = new Loss(loss().steps(), loss().original().value());
            return Loss.of(FitsFile.read(packed)).filter(wanted::equals).isPresent();
        } catch (IOException | BadFitsException damaged) {
            return false;
        }
    }
}

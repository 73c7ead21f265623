package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.Draft;
import dev.vigil.common.run.Pause;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.TransferTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Fetches a file as it is, and makes sure that it is the announced one. */
record PlainDownload(TransferTask task, List<Place> places, Shelf.Drafts drafts, Download.Terms terms) {
    private static final int TRIES_FOR_SUMS = 8;

    /** A draft whose digest is the announced one. Another place may have it where the first has something else. */
    Draft toEnd() throws ArchiveException, TroubleException, InterruptedException {
        Optional<Trouble> trouble = Optional.empty();
        for (List<Place> left = places; !left.isEmpty(); ) {
            Attempt first = attempt(left, Optional.empty());
            if (isRight(first)) {
                return first.draft();
            }
            Attempt second = attempt(left, sums(left));
            if (isRight(second)) {
                return second.draft();
            }
            Trouble found = compared(left.get(0).location(), first, second);
            trouble = Optional.of(trouble.map(before -> before.and(found)).orElse(found));
            left = second.left();
        }
        throw new TroubleException(trouble.orElseThrow());
    }

    /**
     * All the bytes once.
     *
     * @param left places that may have others
     */
    private record Attempt(Draft draft, String digest, List<Place> left) {}

    private Attempt attempt(List<Place> from, Optional<BlockSums> sums)
            throws ArchiveException, TroubleException, InterruptedException {
        Download download = new Download(from, drafts, sums, terms);
        try {
            Draft draft = download.toEnd();
            return new Attempt(draft, draft.digest(), download.untried());
        } catch (TroubleException | InterruptedException | ArchiveException e) {
            download.close();
            throw e;
        }
    }

    private boolean isRight(Attempt attempt) throws ArchiveException {
        boolean isRight = attempt.digest().equals(task.file().source().value());
        if (!isRight) {
            attempt.draft().close();
        }
        return isRight;
    }

    /**
     * Twice the same wrong digest means that the file is another now; two different ones, that the way damages it. The second
     * time every block is checked when it comes, if the source tells their sums.
     */
    private static Trouble compared(URI location, Attempt first, Attempt second) {
        return first.digest().equals(second.digest()) ? changed(location) : damaged(location);
    }

    /** The list comes over the same line, so it is asked for several times before the file is fetched without. */
    private Optional<BlockSums> sums(List<Place> from) throws InterruptedException {
        Pause pause = terms.pauses().get();
        for (int tries = 0; tries < TRIES_FOR_SUMS; tries++) {
            try {
                return from.get(tries % from.size()).sums();
            } catch (IOException cut) {
                pause.sleep();
            }
        }
        return Optional.empty();
    }

    private static Trouble changed(URI location) {
        return new Trouble.Failing(
                FailureCategory.SOURCE_CHANGED,
                "has other content at " + location + " than was announced",
                "nothing where the new content is announced as a revision of it; if another exposure was written over it, deliver a"
                        + " copy of this one under another name, if there is one");
    }

    private static Trouble damaged(URI location) {
        return new Trouble.Failing(
                FailureCategory.DAMAGED,
                "comes from " + location + " with other bytes each time",
                "have the network and the telescope's disk checked");
    }
}

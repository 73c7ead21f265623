package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.Draft;
import dev.vigil.common.run.Pause;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.TransferTask;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Brings the announced bytes of a file from the first location that has them. */
final class Fetcher {
    private static final int LONGEST_PAUSE = 20;
    private static final int TRIES_FOR_SUMS = 8;

    private final HttpSource http;
    private final SftpHosts sftp;
    private final SharedDisk shared;
    private final Duration firstPause;

    Fetcher(HttpSource http, SftpHosts sftp, SharedDisk shared, Duration firstPause) {
        this.http = http;
        this.sftp = sftp;
        this.shared = shared;
        this.firstPause = firstPause;
    }

    /** A draft whose digest is the announced one. */
    Draft fetch(TransferTask task, Shelf.Drafts drafts)
            throws ArchiveException, TroubleException, InterruptedException {
        Optional<Trouble> trouble = Optional.empty();
        for (URI location : task.file().locations()) {
            try {
                return PackedDownload.isOffered(location)
                        ? new PackedDownload(http, task, location, drafts).toEnd(pause())
                        : verified(task, location, drafts);
            } catch (TroubleException e) {
                trouble = Optional.of(trouble.filter(Fetcher::isCertain).orElse(e.trouble()));
            }
        }
        throw new TroubleException(trouble.orElseGet(Fetcher::nowhere));
    }

    /** What is known of a file weighs more than not having reached another place that might know. */
    private static boolean isCertain(Trouble trouble) {
        return trouble instanceof Trouble.Failing;
    }

    /**
     * Twice the same wrong digest means that the file is another now; two different ones, that the way damages it. The second
     * time every block is checked when it comes, if the source tells their sums.
     */
    private Draft verified(TransferTask task, URI location, Shelf.Drafts drafts)
            throws ArchiveException, TroubleException, InterruptedException {
        Optional<Draft> borrowed = shared.borrowed(task, location, drafts);
        if (borrowed.isPresent()) {
            return borrowed.get();
        }
        Draft first = whole(task, location, drafts, Optional.empty());
        if (isRight(first, task)) {
            return first;
        }
        first.close();
        Draft second = whole(task, location, drafts, sums(task, location));
        if (isRight(second, task)) {
            return second;
        }
        second.close();
        boolean same = second.digest().equals(first.digest());
        throw new TroubleException(same ? changed(location) : damaged(location));
    }

    private static boolean isRight(Draft draft, TransferTask task) {
        return draft.digest().equals(task.file().source().value());
    }

    /** The list comes over the same line, so it is asked for several times before the file is fetched without. */
    private Optional<BlockSums> sums(TransferTask task, URI location) throws InterruptedException {
        Pause pause = pause();
        for (int tries = 1; tries < TRIES_FOR_SUMS; tries++) {
            try {
                return source(task, location).sums(location);
            } catch (IOException cut) {
                pause.sleep();
            }
        }
        return Optional.empty();
    }

    private Pause pause() {
        return new Pause(firstPause, firstPause.multipliedBy(LONGEST_PAUSE));
    }

    private Draft whole(TransferTask task, URI location, Shelf.Drafts drafts, Optional<BlockSums> sums)
            throws ArchiveException, TroubleException, InterruptedException {
        Download download = new Download(source(task, location), location, task.size(), drafts, sums);
        try {
            return download.toEnd(pause());
        } catch (TroubleException | InterruptedException | ArchiveException e) {
            download.close();
            throw e;
        } catch (IOException e) {
            download.close();
            throw new TroubleException(isFile(location) ? unreadable(location, e) : away(location, e));
        }
    }

    private Source source(TransferTask task, URI location) {
        int depth = task.path().split("/").length;
        if (isFile(location)) {
            return new FileSource(depth);
        }
        return SftpHosts.has(location) ? new SftpSource(sftp, depth) : http;
    }

    private static boolean isFile(URI location) {
        return "file".equals(location.getScheme());
    }

    private static Trouble away(URI location, IOException cause) {
        String address = HttpSource.address(location);
        return new Trouble.Away(address, "cannot be reached: " + cause);
    }

    private static Trouble unreadable(URI location, IOException cause) {
        return new Trouble.Failing(
                FailureCategory.UNREADABLE,
                "cannot be read at " + location + ": " + cause,
                "have the telescope's disk checked");
    }

    private static Trouble changed(URI location) {
        return new Trouble.Failing(
                FailureCategory.SOURCE_CHANGED,
                "has other content at " + location + " than was announced",
                "nothing: the new content is announced as another revision");
    }

    private static Trouble damaged(URI location) {
        return new Trouble.Failing(
                FailureCategory.DAMAGED,
                "comes from " + location + " with other bytes each time",
                "have the network and the telescope's disk checked");
    }

    private static Trouble nowhere() {
        return new Trouble.Failing(
                FailureCategory.SOURCE_MISSING,
                "was announced without a place to fetch it from",
                "see producer.offer and producer.address");
    }
}

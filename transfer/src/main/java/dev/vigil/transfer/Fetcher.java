package dev.vigil.transfer;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.Draft;
import dev.vigil.common.run.Pause;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.TransferTask;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings the announced bytes of a file from the places that have them. */
final class Fetcher {
    private static final int LONGEST_PAUSE = 20;

    private final HttpSource http;
    private final SftpHosts sftp;
    private final SharedDisk shared;
    private final Duration firstPause;
    private final Streams streams;
    private final Reach reach = new Reach(System::nanoTime);

    Fetcher(HttpSource http, SftpHosts sftp, SharedDisk shared, Duration firstPause, Streams streams) {
        this.http = http;
        this.sftp = sftp;
        this.shared = shared;
        this.firstPause = firstPause;
        this.streams = streams;
    }

    /** A draft whose digest is the announced one, from the places that offer the file without loss; the journal tells where it came from. */
    Draft fetch(TransferTask task, Shelf.Drafts drafts, Journal journal)
            throws ArchiveException, TroubleException, InterruptedException {
        Optional<Trouble> trouble = Optional.empty();
        for (List<Place> announced : routes(task)) {
            List<Place> route = reach.ordered(announced);
            try {
                return fetch(task, route, drafts, terms(task, journal));
            } catch (TroubleException e) {
                trouble =
                        Optional.of(trouble.map(first -> first.and(e.trouble())).orElse(e.trouble()));
            }
        }
        throw new TroubleException(trouble.orElseGet(Fetcher::nowhere));
    }

    /** The file as it is offered with loss, if it is. */
    Optional<LossyDownload> withLoss(TransferTask task, Journal journal) {
        List<Place> lossy =
                places(task).filter(place -> place.steps().isPresent()).toList();
        List<Place> alike = lossy.stream()
                .filter(place -> place.form().equals(lossy.get(0).form()))
                .toList();
        return alike.isEmpty()
                ? Optional.empty()
                : Optional.of(new LossyDownload(task, reach.ordered(alike), terms(task, journal)));
    }

    private Draft fetch(TransferTask task, List<Place> route, Shelf.Drafts drafts, Download.Terms terms)
            throws ArchiveException, TroubleException, InterruptedException {
        Optional<Draft> borrowed = shared.borrowed(task, route.get(0).location(), drafts);
        if (borrowed.isPresent()) {
            return borrowed.get();
        }
        return route.get(0).form().isPresent()
                ? new PackedDownload(task, route, drafts, terms).toEnd()
                : new PlainDownload(task, route, drafts, terms).toEnd();
    }

    /** Neighbours that offer the file in the same form can go on for each other. */
    private List<List<Place>> routes(TransferTask task) {
        List<List<Place>> routes = new ArrayList<>();
        List<Place> exact =
                places(task).filter(place -> place.steps().isEmpty()).toList();
        for (Place place : exact) {
            boolean isOther = routes.isEmpty()
                    || !routes.get(routes.size() - 1).get(0).form().equals(place.form());
            if (isOther) {
                routes.add(new ArrayList<>());
            }
            routes.get(routes.size() - 1).add(place);
        }
        return routes;
    }

    private Stream<Place> places(TransferTask task) {
        return task.file().locations().stream().map(location -> new Place(location, source(task, location)));
    }

    private Source source(TransferTask task, URI location) {
        int depth = task.path().split("/").length;
        if (Place.isFile(location)) {
            return new FileSource(depth);
        }
        return SftpHosts.has(location) ? new SftpSource(sftp, depth) : http;
    }

    private Download.Terms terms(TransferTask task, Journal journal) {
        return new Download.Terms(
                task.size(), streams, streams.of(task.identity().unit()), this::pause, journal, reach);
    }

    private Pause pause() {
        return new Pause(firstPause, firstPause.multipliedBy(LONGEST_PAUSE));
    }

    private static Trouble nowhere() {
        return new Trouble.Failing(
                FailureCategory.SOURCE_MISSING,
                "was announced without a place to fetch it from",
                "see producer.offer and producer.address");
    }
}

package dev.vigil.producer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Lists on a thread of its own, which may hang with the disk: everything as often as that is cheap, and between that the
 * folders where something goes on.
 */
final class Scans implements AutoCloseable {
    private static final Duration RECENT = Duration.ofHours(1);
    private static final int SHARE = 20;

    private final Scanner scanner;
    private final Wakes wakes;
    private final Clock clock;
    private final Duration rescan;
    private final Consumer<Listing> to;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "producer-scan");
        made.setDaemon(true);
        return made;
    });
    private final Set<String> recent = new HashSet<>();
    private Instant nextFull = Instant.MIN;

    private Scans(Scanner scanner, Wakes wakes, Clock clock, Duration rescan, Consumer<Listing> to) {
        this.scanner = scanner;
        this.wakes = wakes;
        this.clock = clock;
        this.rescan = rescan;
        this.to = to;
    }

    /** The runnable is called when a folder says that it changed. */
    static Scans open(Path root, Clock clock, Duration rescan, Consumer<Listing> to, Runnable wake) throws IOException {
        return new Scans(new Scanner(root, clock), Wakes.open(root, wake), clock, rescan, to);
    }

    /** Lists, and looks whether these paths are still there; the answer comes when it comes. */
    void ask(Set<String> paths) {
        thread.execute(() -> to.accept(list(paths)));
    }

    private Listing list(Set<String> paths) {
        paths.forEach(path -> recent.add(folderOf(path)));
        if (clock.instant().isBefore(nextFull)) {
            return noted(scanner.recent(paths, recent));
        }
        recent.clear();
        Listing listing = noted(scanner.everything(paths));
        Instant done = clock.instant();
        Duration pause = Duration.between(listing.started(), done).multipliedBy(SHARE);
        nextFull = done.plus(pause.compareTo(rescan) > 0 ? pause : rescan.minusMillis(rescan.toMillis() / 10));
        return listing;
    }

    /** Keeps in mind where something goes on, and listens there. */
    private Listing noted(Listing listing) {
        Instant since = listing.started().minus(RECENT);
        listing.files().stream()
                .filter(sighting -> sighting.modified().isAfter(since))
                .forEach(sighting -> recent.add(folderOf(sighting.path())));
        Set<String> heard = new HashSet<>(recent);
        heard.addAll(listing.units());
        heard.add("");
        wakes.listenTo(heard);
        return listing;
    }

    private static String folderOf(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    @Override
    public void close() throws IOException {
        wakes.close();
        thread.shutdownNow();
    }
}

package dev.vigil.producer.listing;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the file system to say when something happens in some folders. It only hastens a listing: NFS says nothing. */
public final class Wakes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wakes.class);

    private final Path root;
    private final WatchService service;
    private final Map<String, WatchKey> keys = new HashMap<>();
    private final Thread thread;

    private Wakes(Path root, WatchService service, Runnable wake) {
        this.root = root;
        this.service = service;
        this.thread = new Thread(() -> listen(wake), "producer-wakes");
        thread.setDaemon(true);
    }

    public static Wakes open(Path root, Runnable wake) throws IOException {
        Wakes wakes = new Wakes(root, root.getFileSystem().newWatchService(), wake);
        wakes.thread.start();
        return wakes;
    }

    /** Listens to these folders, and to no others. */
    public void listenTo(Set<String> folders) {
        keys.entrySet().removeIf(entry -> {
            boolean drop =
                    !folders.contains(entry.getKey()) || !entry.getValue().isValid();
            if (drop) {
                entry.getValue().cancel();
            }
            return drop;
        });
        folders.stream().filter(folder -> !keys.containsKey(folder)).forEach(this::register);
    }

    private void register(String folder) {
        try {
            keys.put(
                    folder,
                    root.resolve(folder)
                            .register(
                                    service,
                                    StandardWatchEventKinds.ENTRY_CREATE,
                                    StandardWatchEventKinds.ENTRY_MODIFY,
                                    StandardWatchEventKinds.ENTRY_DELETE));
        } catch (IOException cannot) {
            LOG.debug("no events of {}: {}", folder, cannot.toString());
        }
    }

    private void listen(Runnable wake) {
        try {
            while (true) {
                WatchKey key = service.take();
                key.pollEvents();
                key.reset();
                wake.run();
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            LOG.debug("no more events");
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}

package dev.vigil.producer.listing;

import dev.vigil.common.files.UnfinishedNames;
import dev.vigil.common.files.UnreadableNames;
import dev.vigil.producer.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks which units' folders the incoming folder holds. It belongs to one thread, which may hang with the disk. */
public final class Incoming {
    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);
    /** Mostly the answer is there at once. */
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    private final Path root;
    private final Disk disk;
    private final UnaryOperator<String> unitOf;
    private final Map<String, String> folderOf = new HashMap<>();
    private final Duration hung;
    private final Clock clock;
    private final Set<String> folders = new HashSet<>();
    private final Map<String, Look> out = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    /** The unit of a folder is mostly called like it. What does not answer for so long hangs. */
    public Incoming(Path root, Disk disk, UnaryOperator<String> unitOf, Duration hung, Clock clock) {
        this.root = root;
        this.disk = disk;
        this.unitOf = unitOf;
        this.hung = hung;
        this.clock = clock;
    }

    /** A question whether a name is of a folder, to which no answer has come. */
    private record Look(FutureTask<Boolean> isFolder, Instant since) {}

    /**
     * What was found.
     *
     * @param folders the units' folders
     * @param remarks what is to be said beside one of them: of another folder of its unit
     * @param beside what is to be said of files that are in none of them
     */
    public record Found(Set<String> folders, Map<String, String> remarks, Optional<String> beside) {}

    /** The units' folders; nothing if the incoming folder cannot be listed. */
    public Optional<Found> units() throws InterruptedException {
        Set<String> units = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        try {
            for (String name : disk.names(root)) {
                if (UnreadableNames.includes(name)) {
                    warn(name, name + " in " + root + " is no text and cannot be taken; rename it");
                } else if (!UnfinishedNames.includes(name)) {
                    isFolder(name).ifPresent(is -> (is ? units : others).add(name));
                }
            }
            Found found = oneOfEach(units);
            return Optional.of(others.isEmpty() ? found : withOthers(found, others));
        } catch (IOException unreadable) {
            warn("", root + " cannot be listed (" + unreadable + "); it is tried again");
            return Optional.empty();
        }
    }

    /** Two folders of one unit would hold two files under one name, so only one of them is taken, and always the same. */
    private Found oneOfEach(Set<String> folders) {
        folders.stream()
                .sorted(Comparator.comparing(
                        (String folder) -> !unitOf.apply(folder).equals(folder)))
                .forEach(folder -> folderOf.putIfAbsent(unitOf.apply(folder), folder));
        Set<String> taken = new TreeSet<>();
        Map<String, String> remarks = new TreeMap<>();
        for (String folder : folders) {
            String first = folderOf.get(unitOf.apply(folder));
            if (first.equals(folder)) {
                taken.add(folder);
            } else {
                String words = folder + " is a folder of the same unit as " + first
                        + " and is not taken; put its nights into that one";
                remarks.put(first, words);
                warn(folder, words);
            }
        }
        return new Found(taken, remarks, Optional.empty());
    }

    private Found withOthers(Found found, Set<String> names) {
        String first = names.iterator().next();
        String words = (names.size() == 1 ? first + " is" : names.size() + " files, " + first + " the first, are")
                + " in no unit's folder and not taken; put such files into " + root + "/<unit>/<night>/";
        warn(root.toString(), words);
        return new Found(found.folders(), found.remarks(), Optional.of(words));
    }

    /** Nothing of what is gone again, or says nothing yet. What was a folder once is not asked again, for its disk may hang by now. */
    private Optional<Boolean> isFolder(String name) throws InterruptedException {
        if (folders.contains(name)) {
            return Optional.of(true);
        }
        Duration patience = out.containsKey(name) ? Duration.ZERO : AT_ONCE;
        Look look = out.computeIfAbsent(name, this::ask);
        try {
            boolean isFolder = look.isFolder().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            out.remove(name);
            if (isFolder) {
                folders.add(name);
            }
            return Optional.of(isFolder);
        } catch (TimeoutException noAnswer) {
            return hangs(look) ? Optional.of(true) : Optional.empty();
        } catch (ExecutionException failed) {
            out.remove(name);
            return gone(failed);
        }
    }

    private Look ask(String name) {
        FutureTask<Boolean> isFolder =
                new FutureTask<>(() -> disk.look(root.resolve(name)).isDirectory());
        Thread asking = new Thread(isFolder, "producer-look-" + name);
        asking.setDaemon(true);
        asking.start();
        return new Look(isFolder, clock.instant());
    }

    /** Only a disk of its own can hang while the incoming folder answers, and that is mounted on a folder. */
    private boolean hangs(Look look) {
        return look.since().plus(hung).isBefore(clock.instant());
    }

    private static Optional<Boolean> gone(ExecutionException failed) {
        if (failed.getCause() instanceof IOException) {
            return Optional.empty();
        }
        throw new IllegalStateException(failed.getCause());
    }

    private void warn(String about, String what) {
        if (told.add(about)) {
            LOG.warn("{}", what);
        }
    }
}

package dev.vigil.producer.listing;

import dev.vigil.common.files.FrameNames;
import dev.vigil.common.files.UnfinishedNames;
import dev.vigil.producer.disk.Disk;
import dev.vigil.producer.disk.FileLook;
import dev.vigil.producer.disk.Micros;
import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.known.KnownPaths;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists what is below a unit's folder: first all folders that move, then, for a while, the others that are due. It belongs to one
 * thread, which may hang with the disk; any thread may ask when it last went on.
 */
public final class UnitScan {
    private static final Logger LOG = LoggerFactory.getLogger(UnitScan.class);
    private static final int ATTEMPTS = 3;

    private final Setup setup;
    private final Disk disk;
    private final RootGuard guard;
    private final Map<String, Folder> folders = new HashMap<>();
    private final Untaken untaken = new Untaken();
    private final Set<String> warned = new HashSet<>();
    private volatile Instant wentOn = Instant.MIN;
    private int admissions;

    /**
     * What it works with.
     *
     * @param root the incoming folder
     * @param nightOf the night of a folder below the unit's, as far as its name tells
     * @param slice how long old folders may take of one listing
     */
    public record Setup(
            Path root,
            String unit,
            Disk disk,
            Clock clock,
            Pace pace,
            Function<String, Optional<LocalDate>> nightOf,
            KnownPaths known,
            Horizon horizon,
            boolean needsMarker,
            Duration slice) {
        public Setup {
            Objects.requireNonNull(root, "root");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(disk, "disk");
            Objects.requireNonNull(clock, "clock");
            Objects.requireNonNull(pace, "pace");
            Objects.requireNonNull(nightOf, "nightOf");
            Objects.requireNonNull(known, "known");
            Objects.requireNonNull(horizon, "horizon");
            Objects.requireNonNull(slice, "slice");
        }
    }

    /**
     * What is wanted of a listing.
     *
     * @param watched paths that are looked at whether or not their folders are due
     * @param room how many files that are not known it may bring from old folders
     * @param liveRoom the same from folders that move
     */
    public record Ask(Set<String> watched, int room, int liveRoom, LocalDate tonight) {
        public Ask {
            Objects.requireNonNull(tonight, "tonight");
        }
    }

    public UnitScan(Setup setup) {
        this.setup = setup;
        this.disk = setup.disk().asking(ATTEMPTS);
        this.guard = new RootGuard(setup.needsMarker());
    }

    /** Whether a name is none that is ever taken. */
    static boolean isPassedBy(String name) {
        return UnfinishedNames.includes(name) || UnfinishedNames.isOfTheFileSystem(name);
    }

    /** When it last heard from the disk. */
    public Instant wentOn() {
        return wentOn;
    }

    /** Folders in which something may be going on, for who can be told of that. */
    public Set<String> live(LocalDate tonight) {
        Instant now = setup.clock().instant();
        Set<String> live = new HashSet<>(Set.of(setup.unit()));
        for (Folder folder : folders.values()) {
            if (folder.isLive(setup.pace(), tonight, now)) {
                live.add(folder.path());
            }
        }
        return live;
    }

    public Listing list(Ask ask) {
        Instant started = goOn();
        try {
            Path folder = setup.root().resolve(setup.unit());
            List<String> names = disk.names(folder);
            Object key = key(disk.look(folder));
            Optional<String> trouble =
                    guard.trouble(folder, names, key, setup.known().isAnyOf(setup.unit()));
            return trouble.map(why -> unreachable(started, why)).orElseGet(() -> new Walk(ask, started).all());
        } catch (IOException broken) {
            return unreachable(started, words(broken));
        }
    }

    /** What is there when the disk is back must all be seen anew. */
    private Listing unreachable(Instant started, String why) {
        folders.clear();
        untaken.clear();
        return new Listing.Unreachable(setup.unit(), started, why);
    }

    private String words(IOException broken) {
        Path folder = setup.root().resolve(setup.unit());
        if (broken instanceof NoSuchFileException || broken instanceof NotDirectoryException) {
            return folder + " is not there; mount its disk, or bring the folder back";
        }
        return broken instanceof AccessDeniedException
                ? folder + " may not be read; give the producer the right to"
                : folder + " cannot be listed: " + broken.getMessage();
    }

    private Instant goOn() {
        Instant now = setup.clock().instant();
        wentOn = now;
        return now;
    }

    /** Tells one folder from another under the same name, where the file system can. */
    private static Object key(BasicFileAttributes folder) {
        return Optional.ofNullable(folder.fileKey()).orElse("");
    }

    /** One listing. */
    private final class Walk {
        private final Ask ask;
        private final Instant started;
        private final List<Sighting> files = new ArrayList<>();
        private final PriorityQueue<Folder> due = new PriorityQueue<>(Comparator.comparing((Folder f) -> !isLive(f))
                .thenComparing(Folder::listedAt)
                .thenComparing(Comparator.comparing(Folder::path).reversed()));
        private Optional<String> trouble = Optional.empty();
        private long looked;

        Walk(Ask ask, Instant started) {
            this.ask = ask;
            this.started = started;
        }

        Listing all() {
            folders.computeIfAbsent(setup.unit(), path -> new Folder(path, Optional.empty()));
            lookAgainWhereMoreIsTaken();
            glance();
            folders.values().stream()
                    .filter(folder -> isLive(folder) || folder.isDue(started))
                    .forEach(due::add);
            boolean hasMore = walk();
            Set<String> gone = lookAfterWatched();
            boolean isFull = trouble.isEmpty() && folders.values().stream().allMatch(Folder::isListed);
            return new Listing.Seen(
                    setup.unit(),
                    started,
                    isFull,
                    hasMore,
                    trouble.or(() -> untaken.words(started)),
                    looked,
                    Duration.between(started, goOn()),
                    UnitDisk.under(setup.root().resolve(setup.unit())),
                    folders.values().stream().mapToLong(Folder::files).sum(),
                    folders.values().stream().mapToLong(Folder::passedBy).sum(),
                    files,
                    gone);
        }

        private void lookAgainWhereMoreIsTaken() {
            if (setup.horizon().admissions() > admissions) {
                admissions = setup.horizon().admissions();
                folders.values().stream()
                        .filter(folder -> folder.passedBy() > 0)
                        .forEach(folder -> folder.listedInPart(folder.listedAt()));
            }
        }

        /**
         * Asks folders that stood still for their names where a new one may matter, the longest not asked first, for half of the time at
         * most. Looking at what is under each name would take far longer.
         */
        private void glance() {
            Instant until = started.plus(setup.slice().dividedBy(2));
            folders.values().stream()
                    .filter(folder -> folder.isWorthAGlance() && !isLive(folder) && !folder.isDue(started))
                    .sorted(Comparator.comparing(Folder::glancedAt))
                    .takeWhile(folder -> goOn().isBefore(until))
                    .forEach(this::glance);
        }

        private void glance(Folder folder) {
            try {
                folder.glanced(disk.names(setup.root().resolve(folder.path())), goOn());
            } catch (IOException unclear) {
                // What it is, its next listing tells.
                LOG.debug("{} does not tell its names: {}", folder.path(), unclear.toString());
            }
        }

        /** Whether something that is due was left for the next listing. */
        private boolean walk() {
            Instant until = started.plus(setup.slice());
            while (!due.isEmpty()) {
                boolean isOver = files.size() >= ask.room() || !goOn().isBefore(until);
                if (isOver && !isLive(due.peek())) {
                    return true;
                }
                list(due.poll());
            }
            return false;
        }

        private boolean isLive(Folder folder) {
            boolean isUnits = folder.path().equals(setup.unit());
            return isUnits || folder.isLive(setup.pace(), ask.tonight(), started);
        }

        private void found(String path) {
            if (!folders.containsKey(path)) {
                Folder folder = new Folder(path, setup.nightOf().apply(path));
                folders.put(path, folder);
                due.add(folder);
            }
        }

        private void list(Folder folder) {
            Instant at = goOn();
            try {
                Entries entries = new Entries(folder, isLive(folder) ? ask.liveRoom() : ask.room());
                List<String> names = disk.names(setup.root().resolve(folder.path()));
                untaken.listed(folder.path(), names).forEach(entries::take);
                if (entries.isWhole) {
                    folder.listed(entries.contents(names), at, setup.pace());
                } else {
                    folder.listedInPart(at);
                }
            } catch (NoSuchFileException | NotDirectoryException gone) {
                folders.remove(folder.path());
                untaken.gone(folder.path());
            } catch (AccessDeniedException denied) {
                untaken.closed(folder.path());
                warn(folder.path(), "may not be read and is passed by; give the producer the right to");
                folder.listed(Folder.Contents.NONE, at, setup.pace());
            } catch (IOException broken) {
                stumbled(folder.path(), broken);
                folder.listedInPart(at);
            }
        }

        private void stumbled(String path, IOException broken) {
            trouble = Optional.of(path + " cannot be read: " + broken.getMessage() + "; it is tried again");
            warn(path, "cannot be read: " + broken.getMessage());
        }

        /** Looks at each watched file, whether or not its folder was due. Only what is certainly not there is gone. */
        private Set<String> lookAfterWatched() {
            Set<String> gone = new HashSet<>();
            for (String path : ask.watched()) {
                Path entry = setup.root().resolve(path);
                try {
                    goOn();
                    files.add(FileLook.of(setup.root(), entry, path, disk.look(entry)));
                } catch (NoSuchFileException | NotDirectoryException vanished) {
                    gone.add(path);
                } catch (IOException broken) {
                    stumbled(path, broken);
                }
            }
            return gone;
        }

        /** What one folder holds. */
        private final class Entries {
            private final String folder;
            private final Path at;
            private final Optional<LocalDate> night;
            private long count;
            private long inside;
            private long passedBy;
            private long print;
            private Instant newest = Instant.MIN;
            private final int room;
            private boolean isWhole = true;

            Entries(Folder folder, int room) {
                this.folder = folder.path();
                this.night = folder.night();
                this.room = room;
                this.at = setup.root().resolve(folder.path());
            }

            Folder.Contents contents(List<String> names) {
                return new Folder.Contents(count, inside, passedBy, print, Folder.Contents.print(names), newest);
            }

            void take(String name) {
                if (isPassedBy(name) && !UnfinishedNames.isOfACopy(name)) {
                    return;
                }
                try {
                    goOn();
                    look(name, disk.look(at.resolve(name)));
                } catch (NoSuchFileException | NotDirectoryException vanished) {
                    LOG.debug("{}/{} is gone again", folder, name);
                } catch (AccessDeniedException closed) {
                    warn(folder, "may be listed and not entered; give the producer the right to");
                } catch (IOException broken) {
                    stumbled(folder + "/" + name, broken);
                    isWhole = false;
                }
            }

            private void look(String name, BasicFileAttributes attributes) throws IOException {
                if (isPassedBy(name)) {
                    unfinished(name, attributes.lastModifiedTime().toInstant());
                    return;
                }
                if (attributes.isDirectory()) {
                    inside++;
                    print += mixed(name, 0, 0);
                    found(folder + "/" + name);
                }
                if (!attributes.isDirectory() || FrameNames.includes(name)) {
                    file(name, attributes);
                }
            }

            private void unfinished(String name, Instant modified) {
                if (!isTooOld(folder + "/" + name, modified)) {
                    untaken.unfinished(folder, name, modified);
                }
            }

            private void file(String name, BasicFileAttributes attributes) throws IOException {
                Instant modified = attributes.lastModifiedTime().toInstant();
                long size = attributes.isRegularFile() ? attributes.size() : 0;
                count += attributes.isDirectory() ? 0 : 1;
                looked++;
                print += mixed(name, size, Micros.of(modified));
                newest = modified.isAfter(newest) ? modified : newest;
                // A link is known by what it leads to.
                boolean isKnown =
                        !attributes.isSymbolicLink() && setup.known().settles(folder, name, size, Micros.of(modified));
                String path = isKnown ? "" : folder + "/" + name;
                if (isKnown || ask.watched().contains(path)) {
                    return;
                }
                if (isTooOld(path, modified)) {
                    passedBy++;
                } else {
                    bring(FileLook.of(setup.root(), at.resolve(name), path, attributes));
                }
            }

            /** A file that was once taken is followed, whatever its night. */
            private boolean isTooOld(String path, Instant modified) {
                LocalDate date = night.orElseGet(() -> LocalDate.ofInstant(modified, ZoneOffset.UTC));
                return !setup.horizon().takes(date) && setup.known().of(path).isEmpty();
            }

            private void bring(Sighting sighting) {
                if (setup.known().settles(sighting)) {
                    return;
                }
                if (files.size() < room) {
                    files.add(sighting);
                } else {
                    isWhole = false;
                }
            }
        }
    }

    /** The sum over a folder does not depend on the order of its names. */
    private static long mixed(String name, long size, long modified) {
        long mixed = (name.hashCode() * 31L + size) * 0x9E3779B97F4A7C15L + modified;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }

    private void warn(String path, String what) {
        if (warned.add(path + what)) {
            LOG.warn("{} {}", setup.root().resolve(path), what);
        }
    }
}

package dev.vigil.producer.listing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A folder as it was last listed, and when it is to be listed again. It belongs to the thread that lists. */
final class Folder {
    private final String path;
    private final Optional<LocalDate> night;
    private Instant listedAt = Instant.MIN;
    private Instant movedAt = Instant.MIN;
    private Instant glancedAt = Instant.MIN;
    private Duration pause = Duration.ZERO;
    private Contents contents = Contents.NONE;
    private boolean isWhole;

    /**
     * What a listing showed, in few numbers: enough to see that another one shows something else.
     *
     * @param names of all that is in it
     */
    record Contents(long files, long folders, long passedBy, long print, int names, Instant newest) {
        static final Contents NONE = new Contents(0, 0, 0, 0, print(List.of()), Instant.MIN);

        /** The same for the same names in any order. */
        static int print(Collection<String> names) {
            return names.stream().mapToInt(String::hashCode).sum();
        }

        boolean isEmpty() {
            return files == 0 && folders == 0;
        }
    }

    Folder(String path, Optional<LocalDate> night) {
        this.path = path;
        this.night = night;
    }

    String path() {
        return path;
    }

    Optional<LocalDate> night() {
        return night;
    }

    long files() {
        return contents.files();
    }

    /** Files of nights that are not taken. */
    long passedBy() {
        return contents.passedBy();
    }

    /** Whether it was ever listed with nothing left out. */
    boolean isListed() {
        return isWhole;
    }

    boolean isLive(Pace pace, LocalDate tonight, Instant now) {
        return pace.isLive(night, movedAt, tonight, now);
    }

    /** Whether an old folder has waited long enough. */
    boolean isDue(Instant now) {
        return !isWhole || !now.isBefore(listedAt.plus(pause));
    }

    /** Whether a new name in it may be tonight's, or the first of all: then its names are asked for each time. */
    boolean isWorthAGlance() {
        return isWhole && (contents.isEmpty() || night.isEmpty() && contents.folders() > 0);
    }

    Instant glancedAt() {
        return glancedAt;
    }

    /** Takes the names that are in it now: others than at the last listing show that it moves. */
    void glanced(Collection<String> names, Instant at) {
        glancedAt = at;
        if (Contents.print(names) != contents.names()) {
            movedAt = at;
        }
    }

    Instant listedAt() {
        return listedAt;
    }

    /** Takes what a listing showed. What changed since the last one has moved now; what the first one shows, when it was written. */
    void listed(Contents now, Instant at, Pace pace) {
        boolean changed = now.print() != contents.print() || now.files() != contents.files();
        if (changed) {
            movedAt = isWhole || now.newest().isAfter(at) ? at : now.newest();
        }
        pause = changed || pause.isZero() ? pace.old() : pace.after(pause);
        contents = now;
        listedAt = at;
        isWhole = true;
    }

    /** Takes note that a listing left something out: it is due at once. */
    void listedInPart(Instant at) {
        listedAt = at;
        isWhole = false;
    }
}

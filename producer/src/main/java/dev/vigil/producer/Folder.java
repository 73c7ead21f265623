package dev.vigil.producer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A folder as it was last listed, and when it is to be listed again. It belongs to the thread that lists. */
final class Folder {
    private final String path;
    private final Optional<LocalDate> night;
    private Instant listedAt = Instant.MIN;
    private Instant movedAt = Instant.MIN;
    private Duration pause = Duration.ZERO;
    private Contents contents = Contents.NONE;
    private boolean isWhole;

    /** What a listing showed, in few numbers: enough to see that another one shows something else. */
    record Contents(long files, long passedBy, long print, Instant newest) {
        static final Contents NONE = new Contents(0, 0, 0, Instant.MIN);
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

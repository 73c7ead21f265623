package dev.vigil.producer.judging;

import dev.vigil.producer.disk.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A path of which the last word is not said. It belongs to the one thread that decides. */
final class Watched {
    private final Instant firstSeen;
    private Sighting sighting;
    private Instant lastChanged;
    private Optional<Examination> found = Optional.empty();
    private boolean foundIsOld;
    private Optional<Instant> readingSince = Optional.empty();
    private Optional<Instant> missingSince = Optional.empty();
    private Optional<Instant> missedAt = Optional.empty();
    private Optional<Instant> notFoundAt = Optional.empty();
    private Instant lastRead = Instant.MIN;
    private boolean readTwice;

    Watched(Sighting sighting, Instant now) {
        this.sighting = sighting;
        this.firstSeen = now;
        this.lastChanged = now;
    }

    Sighting sighting() {
        return sighting;
    }

    /** Takes note of how the path stands; true if that is news. */
    boolean see(Sighting now, Instant at) {
        forgetMiss();
        boolean isAsToldOf = sighting.key().isEmpty() && sighting.equals(now.withoutKey());
        if (sighting.isSameAs(now) || isAsToldOf) {
            sighting = now;
            return false;
        }
        sighting = now;
        notFoundAt = Optional.empty();
        lastChanged = at;
        foundIsOld = true;
        readTwice = false;
        return true;
    }

    /** A listing shows that it is not there. */
    void miss(Instant at) {
        missingSince = missingSince.or(() -> Optional.of(at));
        missedAt = Optional.of(at);
    }

    /** Nothing shows that it is not there. */
    void forgetMiss() {
        missingSince = Optional.empty();
        missedAt = Optional.empty();
    }

    boolean isMissing() {
        return missingSince.isPresent();
    }

    /** Whether one listing after another missed it for so long: a disk may go away just after the first. */
    boolean missingFor(Duration time) {
        return missingSince
                .filter(since -> missedAt.filter(last -> !last.isBefore(since.plus(time)))
                        .isPresent())
                .isPresent();
    }

    void reading(Instant at) {
        readingSince = Optional.of(at);
    }

    boolean isBeingRead() {
        return readingSince.isPresent();
    }

    boolean wasNeverRead() {
        return lastRead.equals(Instant.MIN);
    }

    /** Takes what reading the path showed, at the time when it stood as the sighting says. */
    void read(Sighting then, Examination examination, Instant at) {
        readingSince = Optional.empty();
        lastRead = at;
        readTwice = found.isPresent() && !foundIsOld;
        if (examination instanceof Examination.Gone) {
            // Whether it is gone, or its disk, a listing tells.
            notFoundAt = Optional.of(at);
            found = Optional.empty();
            return;
        }
        see(then, at);
        notFoundAt = Optional.empty();
        found = Optional.of(examination);
        foundIsOld = false;
    }

    /** Whether reading it may show something new. */
    boolean isWorthReading(Instant now, Patience patience) {
        if (isBeingRead() || isMissing()) {
            return false;
        }
        if (found.isEmpty()) {
            return notFoundAt
                    .filter(at -> now.isBefore(at.plus(patience.again())))
                    .isEmpty();
        }
        if (foundIsOld) {
            return !now.isBefore(lastChanged.plus(patience.settle()));
        }
        return isWorthAnotherLook() && !now.isBefore(lastRead.plus(patience.again()));
    }

    /** The clock of a file system ticks slowly: what was written in the tick of the first reading is seen by a second one. */
    private boolean isWorthAnotherLook() {
        boolean mayHaveBeenFilled = found.get() instanceof Examination.Lacking && !readTwice;
        return mayHaveBeenFilled || found.get() instanceof Examination.Unreadable;
    }

    /** What is known of its content: what is old tells only that it was not complete; a reading that hangs is told too. */
    Optional<Examination> evidence(Instant now, Patience patience) {
        if (found.isPresent() && !foundIsOld) {
            return found;
        }
        if (found.isPresent()) {
            return Optional.of(new Examination.Lacking("it is still changing"));
        }
        return readingSince
                .filter(since -> !now.isBefore(since.plus(patience.arriving())))
                .map(since -> new Examination.Lacking("it is still being read, since " + since));
    }

    Waited waited(Instant now) {
        return new Waited(firstSeen, lastChanged, now);
    }
}

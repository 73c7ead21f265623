package dev.vigil.simulator;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One file of a simulated night, before it is taken.
 *
 * @param folder below the unit's, with slashes
 * @param number of its exposure, counted through the night from 1
 * @param part which of the files of its exposure, from 1
 * @param exposure in seconds, as it will be
 * @param asked in seconds, as it was asked for
 * @param field which part of the sky a science frame looks at; 0 for the others
 */
public record PlannedFrame(
        String folder,
        String name,
        FrameKind kind,
        int number,
        int part,
        Instant start,
        double exposure,
        double asked,
        String filter,
        int field,
        Optional<Flaw> flaw) {
    private static final double ABORTED = 0.4;

    public PlannedFrame {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(flaw, "flaw");
        if (number < 1 || part < 1 || exposure < 0 || exposure > asked || field < 0) {
            throw new IllegalArgumentException("no frame has number " + number + ", part " + part + ", exposure "
                    + exposure + " of " + asked + " s, field " + field);
        }
    }

    public boolean has(Flaw wanted) {
        return flaw.filter(wanted::equals).isPresent();
    }

    /** Where the file is, below the unit's folder. */
    public String path() {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /** What its random numbers follow from; other exposures under the same name have others. */
    String key() {
        return has(Flaw.REUSED_NAME) ? name + "~2" : name;
    }

    PlannedFrame at(String otherFolder, String otherName) {
        return new PlannedFrame(
                otherFolder, otherName, kind, number, part, start, exposure, asked, filter, field, flaw);
    }

    PlannedFrame with(Flaw other) {
        double seconds = other.cutsShort() ? Math.floor(exposure * ABORTED * 100) / 100 : exposure;
        return new PlannedFrame(
                folder, name, kind, number, part, start, seconds, asked, filter, field, Optional.of(other));
    }

    /** The same exposure, taken later. */
    PlannedFrame later(long seconds) {
        return new PlannedFrame(
                folder, name, kind, number, part, start.plusSeconds(seconds), exposure, asked, filter, field, flaw);
    }

    /** The same exposure, counted otherwise. */
    PlannedFrame numbered(int other) {
        return new PlannedFrame(folder, name, kind, other, part, start, exposure, asked, filter, field, flaw);
    }
}

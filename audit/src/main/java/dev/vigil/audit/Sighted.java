package dev.vigil.audit;

import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the producer last said of a frame.
 *
 * @param revision the revision
 * @param path below the incoming folder
 * @param size bytes
 * @param modified the file's time of modification
 * @param at when it was said
 * @param isTaken whether it is to be transferred
 * @param locations where its bytes can be fetched
 */
record Sighted(
        int revision, String path, long size, Instant modified, Instant at, boolean isTaken, List<URI> locations) {
    Sighted {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(modified, "modified");
        Objects.requireNonNull(at, "at");
        locations = List.copyOf(locations);
    }

    static Sighted of(FrameAnnounced event) {
        Optional<TakenFile> file = file(event);
        return new Sighted(
                event.identity().revision(),
                event.path(),
                event.size(),
                event.modified(),
                event.at(),
                file.isPresent(),
                file.map(TakenFile::locations).orElse(List.of()));
    }

    private static Optional<TakenFile> file(FrameAnnounced event) {
        if (event.judgement() instanceof Taken taken) {
            return Optional.of(taken.file());
        }
        return event.judgement() instanceof Excluded excluded ? Optional.of(excluded.file()) : Optional.empty();
    }

    /** The same, offered elsewhere by now. */
    Sighted offeredAt(List<URI> places) {
        return new Sighted(revision, path, size, modified, at, isTaken, TakenFile.locations(places, path, List.of()));
    }

    /** The later of two; of one revision the later word. */
    Sighted later(Sighted other) {
        boolean isLater = other.revision > revision || other.revision == revision && !other.at.isBefore(at);
        return isLater ? other : this;
    }
}

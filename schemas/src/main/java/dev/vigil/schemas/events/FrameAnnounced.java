package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A file was sighted at the telescope and judged.
 *
 * @param identity the frame
 * @param at when it was judged
 * @param path below the incoming folder
 * @param size bytes
 * @param modified the file's time of modification
 * @param judgement what the producer makes of it
 * @param counted the numbers that it has in series of its night
 */
public record FrameAnnounced(
        FrameIdentity identity,
        Instant at,
        String path,
        long size,
        Instant modified,
        Judgement judgement,
        List<Counted> counted)
        implements FrameEvent {
    public FrameAnnounced {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(modified, "modified");
        Objects.requireNonNull(judgement, "judgement");
        counted = List.copyOf(counted);
    }

    /** A file that nothing counts. */
    public FrameAnnounced(
            FrameIdentity identity, Instant at, String path, long size, Instant modified, Judgement judgement) {
        this(identity, at, path, size, modified, judgement, List.of());
    }
}

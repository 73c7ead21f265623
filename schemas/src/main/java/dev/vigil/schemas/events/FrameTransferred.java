package dev.vigil.schemas.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A frame is in the archive, re-read and verified.
 *
 * @param identity the frame
 * @param at when
 * @param task the task answered
 * @param archived the file as the telescope wrote it
 * @param readable the same uncompressed: what workers read
 * @param worker who did it
 * @param took seconds of work
 * @param from the places that were tried for it, in their order; none where the archive had it already
 */
public record FrameTransferred(
        FrameIdentity identity,
        Instant at,
        String task,
        StoredFile archived,
        StoredFile readable,
        String worker,
        Duration took,
        List<FetchedFrom> from)
        implements FrameEvent {
    public FrameTransferred {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(archived, "archived");
        Objects.requireNonNull(readable, "readable");
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(took, "took");
        from = List.copyOf(from);
    }

    /** One of which nobody told where it came from. */
    public FrameTransferred(
            FrameIdentity identity,
            Instant at,
            String task,
            StoredFile archived,
            StoredFile readable,
            String worker,
            Duration took) {
        this(identity, at, task, archived, readable, worker, took, List.of());
    }
}

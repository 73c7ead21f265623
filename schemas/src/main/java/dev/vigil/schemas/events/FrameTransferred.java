package dev.vigil.schemas.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A frame is in the archive, re-read and verified.
 *
 * @param identity the frame
 * @param at when
 * @param task the task answered
 * @param archived the file as the telescope wrote it, or, where something is lost, what is kept of it
 * @param readable the same uncompressed: what workers read
 * @param worker who did it
 * @param took seconds of work
 * @param from the places that were tried for it, in their order; none where the archive had it already
 * @param loss what the archived file has lost on the way, where its unit's line is set to lose something
 */
public record FrameTransferred(
        FrameIdentity identity,
        Instant at,
        String task,
        StoredFile archived,
        StoredFile readable,
        String worker,
        Duration took,
        List<FetchedFrom> from,
        Optional<KeptWithLoss> loss)
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
        Objects.requireNonNull(loss, "loss");
    }

    /** One that lost nothing. */
    public FrameTransferred(
            FrameIdentity identity,
            Instant at,
            String task,
            StoredFile archived,
            StoredFile readable,
            String worker,
            Duration took,
            List<FetchedFrom> from) {
        this(identity, at, task, archived, readable, worker, took, from, Optional.empty());
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

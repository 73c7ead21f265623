package dev.vigil.schemas.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A frame was looked at or reduced.
 *
 * @param identity the frame
 * @param at when
 * @param task the task answered
 * @param kind quick look or full
 * @param reduction id of the reduction: a hash of frame, recipe and masters
 * @param recipe the recipe
 * @param detectors outcome per detector
 * @param masters the masters used
 * @param products the files made
 * @param measurements what was measured
 * @param flags what is odd about it
 * @param worker who did it
 * @param took seconds of work
 * @param checks what came of the quality checks
 * @param good whether no check that matters failed; empty where none could be made
 * @param placed how its place on the sky was found, where it was
 * @param sameAs the earlier revision that was reduced so: its files are this one's too, as neither pixels nor a card that matters
 *     changed
 */
public record FrameReduced(
        FrameIdentity identity,
        Instant at,
        String task,
        ReductionKind kind,
        String reduction,
        RecipeUsed recipe,
        List<DetectorOutcome> detectors,
        List<MasterUsed> masters,
        List<Product> products,
        Measurements measurements,
        List<String> flags,
        String worker,
        Duration took,
        List<CheckResult> checks,
        Optional<Boolean> good,
        Optional<PlacedOnSky> placed,
        Optional<Integer> sameAs)
        implements FrameEvent {
    public FrameReduced {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reduction, "reduction");
        Objects.requireNonNull(recipe, "recipe");
        detectors = List.copyOf(detectors);
        masters = List.copyOf(masters);
        products = List.copyOf(products);
        Objects.requireNonNull(measurements, "measurements");
        flags = List.copyOf(flags);
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(took, "took");
        checks = List.copyOf(checks);
        Objects.requireNonNull(good, "good");
        Objects.requireNonNull(placed, "placed");
        Objects.requireNonNull(sameAs, "sameAs");
    }

    /** A frame that was neither checked nor placed on the sky. */
    public FrameReduced(
            FrameIdentity identity,
            Instant at,
            String task,
            ReductionKind kind,
            String reduction,
            RecipeUsed recipe,
            List<DetectorOutcome> detectors,
            List<MasterUsed> masters,
            List<Product> products,
            Measurements measurements,
            List<String> flags,
            String worker,
            Duration took) {
        this(
                identity,
                at,
                task,
                kind,
                reduction,
                recipe,
                detectors,
                masters,
                products,
                measurements,
                flags,
                worker,
                took,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

package dev.vigil.scheduler.association;

import dev.vigil.schemas.events.MasterBuilt;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A master that might serve, and why it does not if it does not.
 *
 * @param master the master
 * @param age between what it would serve and its inputs
 * @param scale by how much a dark would be scaled; 1 for others
 * @param objections all that speaks against it; empty when it may serve
 */
public record Candidate(MasterBuilt master, Duration age, double scale, List<String> objections) {
    public Candidate {
        Objects.requireNonNull(master, "master");
        Objects.requireNonNull(age, "age");
        objections = List.copyOf(objections);
    }

    /** Whether no quality check that matters speaks against it. */
    public boolean isGood() {
        return MasterChoice.isGood(master);
    }

    /** Whether it may serve. */
    public boolean serves() {
        return objections.isEmpty();
    }
}

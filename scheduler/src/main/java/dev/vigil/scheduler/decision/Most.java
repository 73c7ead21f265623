package dev.vigil.scheduler.decision;

import java.util.Objects;

/**
 * How many tasks of a desk may be out.
 *
 * @param tasks so many
 * @param beyond why no more
 */
record Most(int tasks, Hold beyond) {
    Most {
        Objects.requireNonNull(beyond, "beyond");
    }
}

package dev.vigil.ledger;

import java.util.Objects;

/**
 * The step that a batch makes in one partition.
 *
 * @param from the position at which the batch begins: the ledger must stand here, or have none
 * @param to where the ledger stands afterwards
 */
public record Advance(long from, Position to) {
    public Advance {
        Objects.requireNonNull(to, "to");
        if (to.position() < from) {
            throw new IllegalArgumentException("positions do not go back, from " + from + " to " + to);
        }
    }
}

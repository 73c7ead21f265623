package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A calibration set is open, waits, or has stopped waiting.
 *
 * @param master the master it will make
 * @param unit the unit
 * @param kind its kind
 * @param set the calibration set
 * @param at when this was said
 * @param announced members announced
 * @param ready members transferred
 * @param needed members needed
 * @param state what it waits for
 * @param over whether this wait has ended
 */
public record MasterWaiting(
        MasterId master,
        String unit,
        MasterKind kind,
        String set,
        Instant at,
        int announced,
        int ready,
        int needed,
        String state,
        boolean over)
        implements MasterEvent {
    public MasterWaiting {
        Objects.requireNonNull(master, "master");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(state, "state");
    }
}

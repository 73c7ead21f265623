package dev.vigil.scheduler.association;

import dev.vigil.schemas.events.FrameId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A frame of a calibration set. Its facts stay as bytes until they are needed, because sets are counted often and built once.
 *
 * @param frame the frame
 * @param revision its revision
 * @param state how far it is
 * @param taken when it was exposed
 * @param temperature of the sensor
 * @param announced the announcement, as it is kept
 * @param transferred the transfer, as it is kept; empty before
 */
public record Member(
        FrameId frame,
        int revision,
        State state,
        Instant taken,
        Optional<Double> temperature,
        byte[] announced,
        byte[] transferred) {
    /** How far a member is. */
    public enum State {
        ANNOUNCED,
        READY,
        /** Not transferred, and never will be. */
        LOST
    }

    public Member {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(taken, "taken");
        Objects.requireNonNull(temperature, "temperature");
    }
}

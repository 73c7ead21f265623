package dev.vigil.simulator;

import java.time.Instant;
import java.util.Objects;

/**
 * One frame of a simulated night, before it is taken.
 *
 * @param number counted through the night, from 1
 * @param exposure in seconds
 * @param field which part of the sky a science frame looks at; 0 for the others
 */
public record PlannedFrame(
        String name, FrameKind kind, int number, Instant start, double exposure, String filter, int field) {
    public PlannedFrame {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(filter, "filter");
        if (number < 1 || exposure < 0 || field < 0) {
            throw new IllegalArgumentException(
                    "no frame has number " + number + ", exposure " + exposure + " s, field " + field);
        }
    }
}

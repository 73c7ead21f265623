package dev.vigil.schemas.events;

import java.time.Duration;
import java.util.Objects;

/**
 * All numbers that belong together, known beforehand: the detectors that write a file each of one exposure.
 *
 * @param first the lowest number
 * @param last the highest number
 * @param quiet seconds without another, after which one that comes is late
 */
public record Whole(long first, long last, Duration quiet) {
    public Whole {
        Objects.requireNonNull(quiet, "quiet");
    }
}

package dev.vigil.schemas.events;

import java.util.List;
import java.util.Objects;

/**
 * One image of a frame.
 *
 * @param hdu the number of the HDU that holds it, from 0
 * @param name its name
 * @param width pixels in a row, overscan included
 * @param height rows
 * @param amplifiers the read-out ports, at least one
 */
public record Detector(int hdu, String name, int width, int height, List<Amplifier> amplifiers) {
    public Detector {
        Objects.requireNonNull(name, "name");
        amplifiers = List.copyOf(amplifiers);
        if (amplifiers.isEmpty()) {
            throw new IllegalArgumentException("detector " + name + " has no amplifier");
        }
    }
}

package dev.vigil.reduction.references;

import java.util.Optional;

/**
 * What the magnitudes of a catalogue are.
 *
 * @param name such as {@code G}, {@code r} or {@code VT}
 * @param system what they are counted from, such as {@code Vega} or {@code AB}; {@code unknown} where the source does not say
 * @param colour the difference of which two bands a star's colour is, such as {@code BP-RP}
 */
public record ReferenceBand(String name, String system, Optional<String> colour) {
    public ReferenceBand {
        if (name.isBlank() || system.isBlank()) {
            throw new IllegalArgumentException("a band needs a name and a system");
        }
    }
}

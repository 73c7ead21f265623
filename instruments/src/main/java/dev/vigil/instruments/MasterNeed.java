package dev.vigil.instruments;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How much a frame needs one kind of master, and which one may serve.
 *
 * @param maximumAge how far in time that master may be from it
 * @param temperatureTolerance degrees by which the sensor's temperatures may differ; absent: any
 * @param maximumScale by how much a dark may be scaled in exposure time; absent: any
 */
public record MasterNeed(
        MasterKind kind,
        Need need,
        Duration maximumAge,
        Optional<Double> temperatureTolerance,
        Optional<Double> maximumScale) {
    public MasterNeed {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(temperatureTolerance, "temperatureTolerance");
        Objects.requireNonNull(maximumScale, "maximumScale");
        if (maximumAge.isNegative() || maximumAge.isZero()) {
            throw new IllegalArgumentException("the maximum age of a " + kind.word() + " must be positive");
        }
    }

    MasterNeed as(Need other) {
        return new MasterNeed(kind, other, maximumAge, temperatureTolerance, maximumScale);
    }
}

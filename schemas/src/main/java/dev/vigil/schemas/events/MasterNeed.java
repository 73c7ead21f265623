package dev.vigil.schemas.events;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A kind of master that a frame wants, and which one may serve.
 *
 * @param kind the kind of master
 * @param need whether the frame may go without
 * @param maximumAge seconds between the frame and the master, at most
 * @param temperatureTolerance degrees by which the sensor's temperatures may differ
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
        Objects.requireNonNull(maximumAge, "maximumAge");
        Objects.requireNonNull(temperatureTolerance, "temperatureTolerance");
        Objects.requireNonNull(maximumScale, "maximumScale");
    }
}

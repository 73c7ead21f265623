package dev.vigil.instruments;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** When frames make a master: how long a calibration set must be quiet before it closes, and how many frames it needs. */
public record SetRules(Duration quiet, Map<MasterKind, Integer> minimum) {
    public SetRules {
        Objects.requireNonNull(quiet, "quiet");
        minimum = Map.copyOf(minimum);
    }

    public int minimumOf(MasterKind kind) {
        return minimum.getOrDefault(kind, 1);
    }
}

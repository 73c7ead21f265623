package dev.vigil.scheduler.policy;

import java.util.Map;
import java.util.Objects;

/**
 * The habits of every unit.
 *
 * @param usual those of a unit of which nothing else is said
 * @param units those of the others, by unit
 */
public record Policies(Policy usual, Map<String, Policy> units) {
    public Policies {
        Objects.requireNonNull(usual, "usual");
        units = Map.copyOf(units);
    }

    /** The same habits for every unit. */
    public static Policies usual(Policy policy) {
        return new Policies(policy, Map.of());
    }

    /** The habits of a unit. */
    public Policy of(String unit) {
        return units.getOrDefault(unit, usual);
    }
}

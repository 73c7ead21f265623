package dev.vigil.audit;

import java.util.Objects;

/**
 * Why a unit's disk was not asked.
 *
 * @param why in words, and what to do
 * @param isTrouble whether it could be asked if something were put right; some ways to offer files know no listing
 */
public record Silence(String why, boolean isTrouble) {
    public Silence {
        Objects.requireNonNull(why, "why");
    }

    @Override
    public String toString() {
        return (isTrouble ? "could not be asked: " : "was not compared: ") + why;
    }
}

package dev.vigil.instruments;

import java.util.Objects;

/** Where the telescope stands. */
public record Site(String name, double longitudeDegrees, double latitudeDegrees, double heightMetres) {
    public Site {
        Objects.requireNonNull(name, "name");
        if (!(Math.abs(longitudeDegrees) <= 360) || !(Math.abs(latitudeDegrees) <= 90)) {
            throw new IllegalArgumentException(
                    "no place on Earth: longitude " + longitudeDegrees + ", latitude " + latitudeDegrees);
        }
    }
}

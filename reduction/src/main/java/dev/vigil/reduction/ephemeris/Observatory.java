package dev.vigil.reduction.ephemeris;

/**
 * Where a telescope stands: degrees, east and north positive, and metres.
 *
 * @param name as a recipe shall call it
 */
public record Observatory(String name, double longitudeDegrees, double latitudeDegrees, double heightMetres) {
    public Observatory {
        if (!(Math.abs(longitudeDegrees) <= 360) || !(Math.abs(latitudeDegrees) <= 90)) {
            throw new IllegalArgumentException(
                    "no place on Earth: longitude " + longitudeDegrees + ", latitude " + latitudeDegrees);
        }
    }

    @Override
    public String toString() {
        return name + ", longitude " + longitudeDegrees + ", latitude " + latitudeDegrees + ", " + heightMetres + " m";
    }
}

package dev.vigil.reduction.astrometry;

/** A step in two directions: in pixels on the detector, or in degrees on the plane that touches the sky. */
public record Offset(double x, double y) {
    Offset plus(Offset other) {
        return new Offset(x + other.x, y + other.y);
    }

    Offset minus(Offset other) {
        return new Offset(x - other.x, y - other.y);
    }

    double length() {
        return Math.hypot(x, y);
    }
}

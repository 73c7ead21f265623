package dev.vigil.reduction.coordinates;

/** A step in two directions: in pixels on the detector, or in degrees on the plane that touches the sky. */
public record Offset(double x, double y) {
    Offset plus(Offset other) {
        return new Offset(x + other.x, y + other.y);
    }

    public Offset minus(Offset other) {
        return new Offset(x - other.x, y - other.y);
    }

    public double length() {
        return Math.hypot(x, y);
    }
}

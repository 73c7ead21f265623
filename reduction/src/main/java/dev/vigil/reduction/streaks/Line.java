package dev.vigil.reduction.streaks;

/**
 * A straight line through an image: the places whose distance from the origin along the direction of {@code angle} is
 * {@code distance}, in pixels.
 */
record Line(double angle, double distance) {
    /** Where one gets along the line and beside it. */
    double x(double along, double beside) {
        return (distance + beside) * Math.cos(angle) - along * Math.sin(angle);
    }

    double y(double along, double beside) {
        return (distance + beside) * Math.sin(angle) + along * Math.cos(angle);
    }

    double along(double x, double y) {
        return y * Math.cos(angle) - x * Math.sin(angle);
    }

    double beside(double x, double y) {
        return x * Math.cos(angle) + y * Math.sin(angle) - distance;
    }

    /** The line through the places that are so far beside this one where one has gone so far along it. */
    Line shifted(double offset, double slope) {
        double turned = angle - Math.atan(slope);
        double x = x(0, offset);
        double y = y(0, offset);
        return new Line(turned, x * Math.cos(turned) + y * Math.sin(turned));
    }
}

package dev.vigil.reduction.sources;

/** A circle; pixels at its rim count by the exact area that lies inside. */
record RoundAperture(double x, double y, double radius) implements Aperture {
    private static final double HALF_DIAGONAL = Math.sqrt(0.5);

    @Override
    public double reachX() {
        return radius;
    }

    @Override
    public double reachY() {
        return radius;
    }

    @Override
    public double share(int column, int row) {
        double dx = column - x;
        double dy = row - y;
        double distance = Math.sqrt(dx * dx + dy * dy);
        if (distance <= radius - HALF_DIAGONAL) {
            return 1;
        }
        return distance >= radius + HALF_DIAGONAL
                ? 0
                : Math.max(0, Math.min(overlap(dx - 0.5, dx + 0.5, dy - 0.5, dy + 0.5), 1));
    }

    /** The area of a rectangle about which the circle's centre is the origin; one that the x axis cuts is two. */
    private double overlap(double left, double right, double bottom, double top) {
        if (bottom >= 0) {
            return above(left, right, bottom, top);
        }
        return top <= 0
                ? above(left, right, -top, -bottom)
                : above(left, right, 0, top) + above(left, right, 0, -bottom);
    }

    private double above(double left, double right, double bottom, double top) {
        return bottom >= radius ? 0 : fromMiddle(right, bottom, top) - fromMiddle(left, bottom, top);
    }

    /** The area from the y axis to here: first as high as the rectangle, then below the arc, then nothing. */
    private double fromMiddle(double to, double bottom, double top) {
        double high = top >= radius ? 0 : Math.sqrt(radius * radius - top * top);
        double low = Math.sqrt(radius * radius - bottom * bottom);
        double reached = Math.min(Math.abs(to), low);
        double area = Math.min(reached, high) * (top - bottom);
        if (reached > high) {
            area += underArc(reached) - underArc(high) - bottom * (reached - high);
        }
        return to < 0 ? -area : area;
    }

    private double underArc(double to) {
        double share = Math.min(1, to / radius);
        return (to * Math.sqrt(Math.max(0, radius * radius - to * to)) + radius * radius * Math.asin(share)) / 2;
    }
}

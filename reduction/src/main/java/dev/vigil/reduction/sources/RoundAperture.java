package dev.vigil.reduction.sources;

/** A circle; pixels at its rim count by the exact area that lies inside. */
record RoundAperture(double x, double y, double radius) implements Aperture {
    private static final double HALF_DIAGONAL = Math.sqrt(0.5);

    /** Half a chord in units of the radius, up to which five terms of a series are as good as exact. */
    private static final double LONG = 0.2;

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
        double square = dx * dx + dy * dy;
        double inner = radius - HALF_DIAGONAL;
        double outer = radius + HALF_DIAGONAL;
        if (inner >= 0 && square <= inner * inner) {
            return 1;
        }
        return square >= outer * outer ? 0 : Math.max(0, Math.min(overlap(dx - 0.5, dx + 0.5, dy - 0.5, dy + 0.5), 1));
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

    /** Where the circle is higher than the rectangle, and on either side of that, where its arc cuts it. */
    private double above(double left, double right, double bottom, double top) {
        if (bottom >= radius) {
            return 0;
        }
        double high = top >= radius ? 0 : Math.sqrt(radius * radius - top * top);
        double low = Math.sqrt(radius * radius - bottom * bottom);
        double whole = Math.max(0, Math.min(right, high) - Math.max(left, -high)) * (top - bottom);
        return whole
                + underArc(Math.max(left, high), Math.min(right, low), bottom)
                + underArc(Math.max(left, -low), Math.min(right, -high), bottom);
    }

    /** A trapezium below the chord, and the segment above it. */
    private double underArc(double from, double to, double bottom) {
        if (from >= to) {
            return 0;
        }
        double width = to - from;
        double first = height(from);
        double last = height(to);
        double chord = Math.sqrt(width * width + (last - first) * (last - first));
        return width * ((first + last) / 2 - bottom) + segment(chord / 2 / radius);
    }

    private double height(double at) {
        return Math.sqrt(Math.max(0, radius * radius - at * at));
    }

    /** The area between a chord and its arc; a short chord needs no arc sine, which costs more than all else here. */
    private double segment(double halfChord) {
        double u = halfChord;
        double square = u * u;
        double area = u > LONG
                ? Math.asin(Math.min(1, u)) - u * Math.sqrt(Math.max(0, 1 - square))
                : u
                        * square
                        * (2.0 / 3 + square * (0.2 + square * (3.0 / 28 + square * (5.0 / 72 + square * 35 / 704))));
        return radius * radius * area;
    }
}

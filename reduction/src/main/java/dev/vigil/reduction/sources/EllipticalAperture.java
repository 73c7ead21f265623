package dev.vigil.reduction.sources;

/** An ellipse; pixels at its rim count by how many of their 25 parts lie inside. */
final class EllipticalAperture implements Aperture {
    /** The middles of the parts of a pixel. */
    private static final double[] OFFSETS = {-0.4, -0.2, 0, 0.2, 0.4};

    private final double x;
    private final double y;
    private final double radius;
    private final double xx;
    private final double yy;
    private final double xy;
    private final double reachX;
    private final double reachY;

    /** Squares of the distances, in units of the axes, up to which a pixel lies inside, and from which on it lies outside. */
    private final double inside;

    private final double outside;

    /** The radius is in units of the axes. */
    EllipticalAperture(double x, double y, Ellipse shape, double radius) {
        double cosine = Math.cos(Math.toRadians(shape.theta()));
        double sine = Math.sin(Math.toRadians(shape.theta()));
        double aa = shape.a() * shape.a();
        double bb = shape.b() * shape.b();
        this.x = x;
        this.y = y;
        this.radius = radius;
        this.xx = cosine * cosine / aa + sine * sine / bb;
        this.yy = sine * sine / aa + cosine * cosine / bb;
        this.xy = 2 * cosine * sine * (1 / aa - 1 / bb);
        this.reachX = radius * Math.sqrt(aa * cosine * cosine + bb * sine * sine);
        this.reachY = radius * Math.sqrt(aa * sine * sine + bb * cosine * cosine);
        double rim = Math.sqrt(0.5) / shape.b();
        this.inside = radius > rim ? (radius - rim) * (radius - rim) : -1;
        this.outside = (radius + rim) * (radius + rim);
    }

    @Override
    public double x() {
        return x;
    }

    @Override
    public double y() {
        return y;
    }

    @Override
    public double reachX() {
        return reachX;
    }

    @Override
    public double reachY() {
        return reachY;
    }

    /** The square of the distance of a point from the centre, in units of the axes. */
    double square(double px, double py) {
        double dx = px - x;
        double dy = py - y;
        return xx * dx * dx + yy * dy * dy + xy * dx * dy;
    }

    @Override
    public double share(int column, int row) {
        double square = square(column, row);
        if (square <= inside) {
            return 1;
        }
        return square >= outside ? 0 : partsInside(column, row) / (double) (OFFSETS.length * OFFSETS.length);
    }

    private int partsInside(int column, int row) {
        int inside = 0;
        for (double offsetY : OFFSETS) {
            double dy = row + offsetY - y;
            for (double offsetX : OFFSETS) {
                double dx = column + offsetX - x;
                inside += xx * dx * dx + yy * dy * dy + xy * dx * dy <= radius * radius ? 1 : 0;
            }
        }
        return inside;
    }
}

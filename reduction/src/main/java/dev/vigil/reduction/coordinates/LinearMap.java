package dev.vigil.reduction.coordinates;

/**
 * How a step on the detector becomes one on the plane that touches the sky: FITS' CDi_j, in degrees per pixel. The first
 * index is the plane's axis, the second the detector's.
 */
public record LinearMap(double cd11, double cd12, double cd21, double cd22) {
    public LinearMap {
        double determinant = cd11 * cd22 - cd12 * cd21;
        if (!Double.isFinite(determinant) || determinant == 0) {
            throw new IllegalArgumentException(
                    "CDi_j cannot be turned around: " + cd11 + ", " + cd12 + ", " + cd21 + ", " + cd22);
        }
    }

    /** The side of a square with a pixel's area, in arc seconds. */
    public double arcsecondsPerPixel() {
        return 3600 * Math.sqrt(Math.abs(determinant()));
    }

    /** Whether east is to the right where north is up, as in a mirror. */
    public boolean isMirrored() {
        return determinant() > 0;
    }

    /** The same by axes whose north lies so many radians to the west. */
    LinearMap turned(double radians) {
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        return new LinearMap(
                cd11 * cos + cd21 * sin, cd12 * cos + cd22 * sin, cd21 * cos - cd11 * sin, cd22 * cos - cd12 * sin);
    }

    public Offset times(Offset pixels) {
        return new Offset(cd11 * pixels.x() + cd12 * pixels.y(), cd21 * pixels.x() + cd22 * pixels.y());
    }

    public Offset back(Offset degrees) {
        return new Offset(
                (cd22 * degrees.x() - cd12 * degrees.y()) / determinant(),
                (cd11 * degrees.y() - cd21 * degrees.x()) / determinant());
    }

    private double determinant() {
        return cd11 * cd22 - cd12 * cd21;
    }
}

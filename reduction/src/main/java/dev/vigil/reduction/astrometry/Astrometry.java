package dev.vigil.reduction.astrometry;

/**
 * How coordinates are solved for.
 *
 * @param pointingArcminutes by how much the pointing may be off
 * @param form how distortion is written
 * @param highestOrder the highest power of its polynomials
 * @param mostStars how many stars are compared at most
 */
public record Astrometry(double pointingArcminutes, Form form, int highestOrder, int mostStars) {
    public static final Astrometry DEFAULT = new Astrometry(10, Form.SIP, 5, 10_000);

    /** How FITS headers write what bends. */
    public enum Form {
        SIP,
        TPV
    }

    public Astrometry {
        if (!(pointingArcminutes > 0) || highestOrder < 1 || highestOrder > 7 || mostStars < 10) {
            throw new IllegalArgumentException("No way to solve: " + pointingArcminutes + " arc minutes, order "
                    + highestOrder + ", " + mostStars + " stars");
        }
    }

    @Override
    public String toString() {
        return "pointing within " + pointingArcminutes + " arc minutes, at most " + mostStars + " stars, " + form
                + " up to order " + highestOrder;
    }
}

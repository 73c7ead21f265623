package dev.vigil.reduction.references;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.util.ArrayList;
import java.util.List;
import org.jastronomy.jsofa.JSOFA;

/**
 * The sphere in cells of one size: HEALPix in its nested numbering (Górski et al. 2005), as far as a search around a place
 * needs it. An order has 12 × 4^order cells; the four cells of the next order within cell n are 4n to 4n + 3.
 */
public final class Healpix {
    public static final int LARGEST_ORDER = 13;

    private static final int[] RING_OF_FACE = {2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4};
    private static final int[] TURN_OF_FACE = {1, 3, 5, 7, 0, 2, 4, 6, 1, 3, 5, 7};
    private static final int FACES = 12;
    private static final double EQUATORIAL = 2.0 / 3;
    /** Where 1 - |z| has lost too many digits to say how far the pole is. */
    private static final double POLAR = 0.99;

    private Healpix() {}

    /** Cells from one number up to, and without, another one. */
    record Range(long from, long to) {}

    public static long cells(int order) {
        return (long) FACES << 2 * order;
    }

    /** Square degrees of a cell. */
    static double area(int order) {
        return 4 * Math.PI * Math.pow(180 / Math.PI, 2) / cells(order);
    }

    public static long cellOf(SkyPosition place, int order) {
        double dec = Math.toRadians(place.decDegrees());
        double quarters = place.raDegrees() / 90;
        double z = Math.sin(dec);
        return Math.abs(z) <= EQUATORIAL ? equatorial(z, quarters, order) : polar(z, Math.cos(dec), quarters, order);
    }

    private static long equatorial(double z, double quarters, int order) {
        int side = 1 << order;
        int up = (int) (side * (0.5 + quarters) - side * z * 0.75);
        int down = (int) (side * (0.5 + quarters) + side * z * 0.75);
        int upFace = up >> order;
        int downFace = down >> order;
        int otherFace = upFace < downFace ? upFace : downFace + 8;
        int face = upFace == downFace ? upFace | 4 : otherFace;
        return cell(face, down & side - 1, side - (up & side - 1) - 1, order);
    }

    private static long polar(double z, double cosDec, double quarters, int order) {
        int side = 1 << order;
        int quarter = Math.min(3, (int) quarters);
        double within = quarters - quarter;
        double height = Math.abs(z);
        double fromPole =
                height < POLAR ? side * Math.sqrt(3 * (1 - height)) : side * cosDec / Math.sqrt((1 + height) / 3);
        int up = Math.min(side - 1, (int) (within * fromPole));
        int down = Math.min(side - 1, (int) ((1 - within) * fromPole));
        return z > 0 ? cell(quarter, side - down - 1, side - up - 1, order) : cell(quarter + 8, up, down, order);
    }

    private static long cell(int face, int x, int y, int order) {
        return ((long) face << 2 * order) + spread(x) + (spread(y) << 1);
    }

    /** Puts a zero before each bit. */
    private static long spread(int value) {
        long spread = 0;
        for (int bit = 0; bit < LARGEST_ORDER; bit++) {
            spread |= (long) (value >> bit & 1) << 2 * bit;
        }
        return spread;
    }

    private static int gather(long value) {
        int gathered = 0;
        for (int bit = 0; bit < LARGEST_ORDER; bit++) {
            gathered |= (int) (value >> 2 * bit & 1) << bit;
        }
        return gathered;
    }

    /** The middle of a cell. */
    public static SkyPosition middle(long cell, int order) {
        JSOFA.SphericalCoordinate place = JSOFA.jauC2s(centre(cell, order));
        return new SkyPosition(Math.toDegrees(JSOFA.jauAnp(place.alpha)) % 360, Math.toDegrees(place.delta));
    }

    /** The middle of a cell, as a unit vector. */
    static double[] centre(long cell, int order) {
        int side = 1 << order;
        int face = (int) (cell >> 2 * order);
        long within = cell & (1L << 2 * order) - 1;
        int x = gather(within);
        int y = gather(within >> 1);
        int ring = (RING_OF_FACE[face] << order) - x - y - 1;
        int cellsToPole = Math.min(side, Math.min(ring, 4 * side - ring));
        double turn = Math.PI / 4 * (TURN_OF_FACE[face] * cellsToPole + x - y) / cellsToPole;
        double height = heightOf(ring, cellsToPole, side);
        double out = Math.sqrt((1 - height) * (1 + height));
        return new double[] {out * Math.cos(turn), out * Math.sin(turn), height};
    }

    private static double heightOf(int ring, int cellsToPole, int side) {
        if (cellsToPole == side) {
            return (2 * side - ring) * EQUATORIAL / side;
        }
        double fromPole = (double) cellsToPole * cellsToPole / (3.0 * side * side);
        return ring < side ? 1 - fromPole : fromPole - 1;
    }

    /** No point of a cell is further from its middle, in radians. */
    public static double radius(int order) {
        int side = 1 << order;
        double lower = 1 - Math.pow(1 - 1.0 / side, 2) / 3;
        double[] corner = JSOFA.jauS2c(0, Math.asin(lower));
        double[] middle = JSOFA.jauS2c(Math.PI / (4 * side), Math.asin(EQUATORIAL));
        return JSOFA.jauSepp(corner, middle) * (1 + 1e-9);
    }

    /** Cells that hold all of a circle, and little else, in growing order. */
    static List<Range> around(SkyPosition centre, double radiusDegrees, int order) {
        Circle circle = new Circle(
                JSOFA.jauS2c(Math.toRadians(centre.raDegrees()), Math.toRadians(centre.decDegrees())),
                Math.toRadians(radiusDegrees),
                order);
        for (int face = 0; face < FACES; face++) {
            circle.search(face, 0);
        }
        return circle.found;
    }

    /** A circle that is looked for in cells, and the cells within those. */
    private static final class Circle {
        private final double[] centre;
        private final double radius;
        private final int order;
        private final double[] cellRadius;
        private final List<Range> found = new ArrayList<>();

        Circle(double[] centre, double radius, int order) {
            this.centre = centre;
            this.radius = radius;
            this.order = order;
            this.cellRadius = new double[order + 1];
            for (int each = 0; each <= order; each++) {
                cellRadius[each] = Healpix.radius(each);
            }
        }

        void search(long cell, int depth) {
            double away = JSOFA.jauSepp(centre, Healpix.centre(cell, depth));
            if (away > radius + cellRadius[depth]) {
                return;
            }
            if (depth == order || away + cellRadius[depth] <= radius) {
                add(cell << 2 * (order - depth), cell + 1 << 2 * (order - depth));
                return;
            }
            for (long child = 4 * cell; child < 4 * cell + 4; child++) {
                search(child, depth + 1);
            }
        }

        private void add(long from, long to) {
            int last = found.size() - 1;
            if (last >= 0 && found.get(last).to() == from) {
                found.set(last, new Range(found.get(last).from(), to));
            } else {
                found.add(new Range(from, to));
            }
        }
    }
}

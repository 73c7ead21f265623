package dev.vigil.reduction.cosmicrays;

/** Judges one pixel by its surroundings: sharper than noise and stars can be, or not. */
final class Sharpness {
    /** The Laplacian of a pixel that stands alone is twice what it holds. */
    private static final float LAPLACIAN_OF_ONE = 2;

    /** A neighbour's Laplacian stands out by this share of the significance. */
    private static final double NEIGHBOURS_SHARE = 0.3;

    private static final double NEIGHBOURS_CONTRAST = 2;

    /** The share of the step to a brighter neighbour that a struck pixel exceeds. */
    private static final float FLANK = 0.2f;

    /** Electrons in a pixel of a flat-fielded exposure bring at most so much variance each. */
    private static final float MOST_OF_AN_ELECTRON = 1.5f;

    private final Field field;
    private final NoiseFloor floor;
    private final CosmicRays settings;
    private final FineStructure structure;

    Sharpness(Field field, NoiseFloor floor, CosmicRays settings) {
        this.field = field;
        this.floor = floor;
        this.settings = settings;
        this.structure = new FineStructure(field);
    }

    /** Whether a pixel is struck, by its own looks. */
    boolean isStruck(int i) {
        return isSharp(i, settings.significance(), settings.contrast(), 0);
    }

    /** Whether a pixel that touches a struck one is struck too. */
    boolean isEdge(int i) {
        return isSharp(i, NEIGHBOURS_SHARE * settings.significance(), NEIGHBOURS_CONTRAST, settings.edge());
    }

    /** What costs least is asked first. */
    private boolean isSharp(int i, double significance, double contrast, double edge) {
        float laplacian = field.laplacian(i);
        float electrons = field.electrons(i);
        float least = floor.near(i);
        float limit = (float) (LAPLACIAN_OF_ONE * significance);
        if (laplacian <= limit * least
                || isOnFlank(i, laplacian)
                || !field.mostHoldLess((float) (electrons - edge * least), i)) {
            return false;
        }
        float typical = field.typical(field.variance, i);
        if (laplacian <= limit * Math.sqrt(typical)) {
            return false;
        }
        float noise = (float) Math.sqrt(typical + ownVariance(i, typical));
        return field.mostHoldLess((float) (electrons - edge * noise), i)
                && field.mostAreSmoother(laplacian - limit * noise, i)
                && structure.isBelow(
                        (float) (laplacian / (LAPLACIAN_OF_ONE * contrast)), i % field.width, i / field.width);
    }

    /** A pixel that is sharp across, but little beside the step to its brightest neighbour, is on the flank of a star. */
    private boolean isOnFlank(int i, float laplacian) {
        return laplacian < LAPLACIAN_OF_ONE * FLANK * (field.brightestAround(i) - field.electrons(i));
    }

    /** What a pixel has beyond its surroundings and beyond what struck it, as a hot one has. */
    private float ownVariance(int i, float typical) {
        float own = field.variance[i] - typical;
        if (own <= 0) {
            return 0;
        }
        float excess = field.electrons(i) - field.typical(field.values, i);
        return Math.max(own - MOST_OF_AN_ELECTRON * Math.max(excess, 0), 0);
    }
}

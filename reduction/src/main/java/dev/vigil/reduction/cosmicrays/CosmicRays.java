package dev.vigil.reduction.cosmicrays;

/**
 * How cosmic rays are looked for.
 *
 * @param significance by how many standard deviations of the noise the Laplacian of a pixel stands out
 * @param contrast how many times sharper than the finest structure of the stars around it a pixel is
 * @param edge by how many standard deviations a neighbour of a struck pixel stands out of its surroundings to be struck too
 * @param rounds how often it is looked again, without what was found
 */
public record CosmicRays(double significance, double contrast, double edge, int rounds) {
    public static final CosmicRays DEFAULT = new CosmicRays(4.5, 5, 2.5, 4);

    public CosmicRays {
        if (!(significance > 0) || !(contrast > 0) || !(edge > 0) || rounds < 1) {
            throw new IllegalArgumentException(
                    "No way to find cosmic rays: " + significance + ", " + contrast + ", " + edge + ", " + rounds);
        }
    }

    @Override
    public String toString() {
        return "Laplacian above " + significance + " sigma and " + contrast + " times the fine structure, edges above "
                + edge + " sigma, at most " + rounds + " rounds";
    }
}

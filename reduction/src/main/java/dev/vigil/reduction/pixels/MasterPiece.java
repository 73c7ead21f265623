package dev.vigil.reduction.pixels;

/**
 * Some neighbouring rows of a master, one after the other.
 *
 * @param offset the place in the arrays where they begin
 */
public record MasterPiece(float[] science, float[] variance, int[] mask, int offset) {
    /** Room for so many pixels. */
    public static MasterPiece room(int pixels) {
        return new MasterPiece(new float[pixels], new float[pixels], new int[pixels], 0);
    }

    public MasterPiece from(int place) {
        return new MasterPiece(science, variance, mask, place);
    }
}

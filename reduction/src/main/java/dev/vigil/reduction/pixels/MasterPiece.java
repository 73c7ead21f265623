package dev.vigil.reduction.pixels;

/** Some neighbouring rows of a master, one after the other, in arrays that may be longer. */
public record MasterPiece(float[] science, float[] variance) {
    /** Room for so many pixels. */
    public static MasterPiece room(int pixels) {
        return new MasterPiece(new float[pixels], new float[pixels]);
    }
}

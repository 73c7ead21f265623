package dev.vigil.reduction.coordinates;

/** By how much an optic departs from the straight TAN projection, in one of the forms that FITS headers know. */
public sealed interface Distortion permits Distortion.None, Sip, Tpv {
    /** The projection in the two CTYPE, after the name of the axis. */
    String projection();

    /** The step in pixels from the reference pixel as it would be without distortion. */
    default Offset ofPixels(Offset pixels) {
        return pixels;
    }

    /** The step in degrees on the plane as it would be without distortion. */
    default Offset ofPlane(Offset degrees) {
        return degrees;
    }

    /** The straight projection. */
    record None() implements Distortion {
        @Override
        public String projection() {
            return "-TAN";
        }
    }
}

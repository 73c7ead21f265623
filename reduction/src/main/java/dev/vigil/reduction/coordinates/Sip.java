package dev.vigil.reduction.coordinates;

/** Distortion as polynomials of pixels from the reference pixel, in pixels: FITS' A_p_q and B_p_q. */
public record Sip(Polynomial a, Polynomial b) implements Distortion {
    @Override
    public String projection() {
        return "-TAN-SIP";
    }

    @Override
    public Offset ofPixels(Offset pixels) {
        return pixels.plus(new Offset(a.at(pixels.x(), pixels.y()), b.at(pixels.x(), pixels.y())));
    }
}

package dev.vigil.reduction.photometry;

/**
 * By how much the zero point changes with the colour of a star: of a star of another colour than the reference it is the
 * coefficient times the difference more.
 *
 * @param colour which two bands' difference it is, such as {@code BP-RP}
 * @param coefficient magnitudes of the zero point per magnitude of colour
 * @param error its standard error
 * @param reference the colour of the stars that the zero point holds for
 * @param bluest the least colour of the stars that say so
 * @param reddest the greatest: beyond these two nothing is known
 */
public record ColourTerm(
        String colour, double coefficient, double error, double reference, double bluest, double reddest) {}

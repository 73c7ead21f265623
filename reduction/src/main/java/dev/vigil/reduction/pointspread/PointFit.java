package dev.vigil.reduction.pointspread;

/**
 * A source as a point: the star that fits it best. Positions are in pixels as FITS counts them: the middle of the first pixel is at 1.
 *
 * @param flux all its light, in the image's unit
 * @param positionError the standard error of x and of y
 * @param chiSquare how far pixels are from the fit, in units of what noise explains: 1 for a star
 * @param spread by how much wider than a star's its image is (SExtractor's SPREAD_MODEL): 0 for a star, above for what is extended
 */
public record PointFit(
        double flux,
        double fluxError,
        double x,
        double y,
        double positionError,
        double chiSquare,
        double spread,
        double spreadError) {}

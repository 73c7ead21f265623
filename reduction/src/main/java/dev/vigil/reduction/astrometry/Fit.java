package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.WorldCoordinates;
import java.util.List;

/**
 * Coordinates that were fitted to stars.
 *
 * @param matched how many stars they rest on
 * @param rmsArcseconds the root mean square of how far these are from where the coordinates put them
 * @param order the highest power of the fit; 1 is straight
 * @param brightMatched the share of the brightest sources that have a star
 * @param residuals what is left of each of these stars
 */
public record Fit(
        WorldCoordinates coordinates,
        int matched,
        double rmsArcseconds,
        int order,
        double brightMatched,
        List<Residual> residuals) {
    public Fit {
        residuals = List.copyOf(residuals);
    }
}

package dev.vigil.reduction.sources;

import java.util.List;
import java.util.Set;

/**
 * A source as it was measured. Positions are in pixels as FITS counts them: the middle of the first pixel is at 1.
 *
 * @param x the column of its centre, by a Gaussian window as wide as a star
 * @param y the row of its centre
 * @param positionError the standard error of either
 * @param pixels how many pixels its outline holds
 * @param peak its brightest pixel above the sky, in the image's unit
 * @param significance how many standard deviations it stands out by after the matched filter
 * @param inOutline the light within its outline
 * @param apertures the light in each of the round apertures, in the order of the settings
 * @param kron the light in the elliptical aperture that follows its own size, after Kron
 * @param kronRadius that aperture's size in units of the outline's axes
 * @param outline the second moments of what stands out
 * @param core those of its core, the pixel taken out
 * @param fwhm its full width at half maximum in pixels, on the scale on which stars have the seeing's
 * @param spread by how much more of its light lies outside its core than a star's: 0 for a star, above for what is
 *     extended, below for hot pixels and the tracks of particles
 * @param spreadError the standard error of that
 */
public record Source(
        double x,
        double y,
        double positionError,
        int pixels,
        double peak,
        double significance,
        Flux inOutline,
        List<Flux> apertures,
        Flux kron,
        double kronRadius,
        Ellipse outline,
        Ellipse core,
        double fwhm,
        double spread,
        double spreadError,
        Set<SourceFlag> flags) {
    public Source {
        apertures = List.copyOf(apertures);
        flags = Set.copyOf(flags);
    }

    public boolean is(SourceFlag flag) {
        return flags.contains(flag);
    }

    /** SExtractor's FLAGS. */
    public int flagSum() {
        return SourceFlag.sum(flags);
    }
}

package dev.vigil.reduction.photometry;

import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.sources.Flux;
import dev.vigil.reduction.sources.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs what was measured with stars of known magnitude: sources that nothing is wrong with, and that stand alone.
 *
 * @param coordinates where on the sky the pixels lie
 * @param profile how the stars look
 * @param aperture which of the round apertures holds the light
 * @param radius of that aperture, in pixels
 * @param seconds of open shutter
 */
public record Standards(
        WorldCoordinates coordinates, StarProfile profile, int aperture, double radius, double seconds) {
    /** Fainter stars say little, and are counted only from where the noise lets them be seen. */
    private static final double MOST_ERROR = 0.05;

    private static final double LEAST_MATCH = 1.5;
    private static final double MAGNITUDES_PER_SHARE = 2.5 / Math.log(10);

    /** One for each source that is a star of the catalogue. */
    public List<Standard> of(List<Source> sources, List<ReferenceStar> stars) {
        StarIndex index = new StarIndex(stars, coordinates, Math.max(LEAST_MATCH, profile.fwhm() / 2), radius);
        List<Standard> found = new ArrayList<>();
        for (Source source : sources) {
            if (isClean(source)) {
                index.alone(place(source)).ifPresent(star -> found.add(standard(source, star)));
            }
        }
        return found;
    }

    private boolean isClean(Source source) {
        Flux light = source.apertures().get(aperture);
        return source.flags().isEmpty() && light.value() > 0 && error(light) < MOST_ERROR;
    }

    private static PixelPosition place(Source source) {
        return new PixelPosition(source.x(), source.y());
    }

    private Standard standard(Source source, ReferenceStar star) {
        Flux light = source.apertures().get(aperture);
        double whole = light.value() / profile.shareWithin(radius) / seconds;
        double error = Math.hypot(error(light), star.magnitudeError().orElse(0));
        Standard.Sight sight = new Standard.Sight(place(source), star.magnitude());
        return new Standard(star.magnitude() + 2.5 * Math.log10(whole), error, star.colour(), sight);
    }

    private static double error(Flux light) {
        return MAGNITUDES_PER_SHARE * light.error() / light.value();
    }
}

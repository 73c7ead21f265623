package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import java.util.List;
import java.util.Optional;

/**
 * Goes from a match to the coordinates: guesses them by the brightest sources, and settles them by all sources and the stars of
 * the place that was found. Which stars these are follows from the place, and not from the search that led there.
 */
final class Settling {
    /** What is asked for is rounded, lest the last digits of a guess decide on a star. */
    private static final double STEPS_PER_DEGREE = 100;

    /** In a scale's natural logarithm: half a per cent each. */
    private static final double STEPS_OF_SCALE = 200;

    private final SkyField field;
    private final References references;
    private final Astrometry settings;

    Settling(SkyField field, References references, Astrometry settings) {
        this.field = field;
        this.references = references;
        this.settings = settings;
    }

    /** From coordinates that may be off by as much as those of a match are. */
    Optional<Fit> fit(WorldCoordinates about) {
        SkyPosition middle = about.skyAt(field.centre());
        Points places = StarPlane.places(field.detections(), about, middle);
        double tolerance = Rung.tolerance(field.arcsecondsPerPixel(), field.reach());
        return fit(places, middle, starsAround(about), 2 * tolerance / 3600);
    }

    /** From places on the plane that touches the sky in the middle, in degrees, which are known to a radius. */
    Optional<Fit> fit(Points places, SkyPosition middle, List<ReferenceStar> stars, double radius) {
        return fitTo(stars, field.arcsecondsPerPixel())
                .guess(middle, places, radius)
                .flatMap(guess -> fitTo(starsAround(guess.coordinates()), scale(guess.coordinates()))
                        .settled(guess, radius));
    }

    private CoordinateFit fitTo(List<ReferenceStar> stars, double arcsecondsPerPixel) {
        return new CoordinateFit(field.detections(), stars, field.centre(), arcsecondsPerPixel / 3600, settings);
    }

    private List<ReferenceStar> starsAround(WorldCoordinates coordinates) {
        SkyPosition middle = coordinates.skyAt(field.centre()).rounded(STEPS_PER_DEGREE);
        double reach = field.seen().reachPixels() * scale(coordinates);
        double radius = rounded(1.02 * reach / 3600 + 2 / STEPS_PER_DEGREE, STEPS_PER_DEGREE);
        double area = field.seen().areaPixels() * Math.pow(scale(coordinates) / 3600, 2);
        double expected = field.detections().size() * Math.PI * radius * radius / area;
        int wanted = (int) Math.ceil(expected + 3 * Math.sqrt(expected));
        return references.around(middle, radius, field.seen().epoch(), Math.min(settings.mostStars(), wanted));
    }

    private static double scale(WorldCoordinates coordinates) {
        return Math.exp(rounded(Math.log(coordinates.map().arcsecondsPerPixel()), STEPS_OF_SCALE));
    }

    private static double rounded(double value, double steps) {
        return Math.round(value * steps) / steps;
    }
}

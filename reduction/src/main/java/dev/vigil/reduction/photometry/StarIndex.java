package dev.vigil.reduction.photometry;

import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.sources.Nearby;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The stars of a catalogue by the pixels that see them. */
final class StarIndex {
    /** A star so much fainter changes another's light by no more than a fortieth. */
    private static final double MUCH_FAINTER = 4;

    private final Nearby<Seen> stars;
    private final double match;
    private final double farthest;

    /** Stars are matched within one radius in pixels, and their light is summed within another. */
    StarIndex(List<ReferenceStar> stars, WorldCoordinates coordinates, double match, double summed) {
        this.match = match;
        this.farthest = Math.max(match, summed);
        this.stars = new Nearby<>(seen(stars, coordinates), Seen::x, Seen::y, farthest);
    }

    private record Seen(ReferenceStar star, PixelPosition place) {
        double x() {
            return place.x();
        }

        double y() {
            return place.y();
        }

        double magnitude() {
            return star.magnitude();
        }

        boolean isWithin(double radius, PixelPosition of) {
            return Math.hypot(x() - of.x(), y() - of.y()) <= radius;
        }
    }

    private static List<Seen> seen(List<ReferenceStar> stars, WorldCoordinates coordinates) {
        List<Seen> seen = new ArrayList<>();
        for (ReferenceStar star : stars) {
            coordinates.pixelAt(star.position()).ifPresent(place -> seen.add(new Seen(star, place)));
        }
        return seen;
    }

    /** The star that is seen at a place, if no other that matters is where its light is summed. */
    Optional<ReferenceStar> alone(PixelPosition place) {
        List<Seen> near = stars.within(farthest, place.x(), place.y());
        return near.stream()
                .filter(each -> each.isWithin(match, place))
                .min(Comparator.comparingDouble(Seen::magnitude))
                .filter(seen -> near.stream()
                        .allMatch(other -> other == seen || other.magnitude() > seen.magnitude() + MUCH_FAINTER))
                .map(Seen::star);
    }
}

package dev.vigil.reduction.photometry;

import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.references.ReferenceStar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The stars of a catalogue by the pixels that see them. */
final class StarIndex {
    /** A star so much fainter changes another's light by no more than a fortieth. */
    private static final double MUCH_FAINTER = 4;

    private final List<Seen> byColumn;

    private StarIndex(List<Seen> byColumn) {
        this.byColumn = byColumn;
    }

    private record Seen(ReferenceStar star, PixelPosition place) {
        boolean isWithin(double radius, PixelPosition of) {
            return Math.hypot(place.x() - of.x(), place.y() - of.y()) <= radius;
        }
    }

    static StarIndex of(List<ReferenceStar> stars, WorldCoordinates coordinates) {
        List<Seen> seen = new ArrayList<>();
        for (ReferenceStar star : stars) {
            coordinates.pixelAt(star.position()).ifPresent(place -> seen.add(new Seen(star, place)));
        }
        seen.sort(Comparator.comparingDouble(each -> each.place().x()));
        return new StarIndex(seen);
    }

    /** The star that is seen within a radius of a place, if no other that matters is within the radius in which its light is summed. */
    Optional<ReferenceStar> alone(PixelPosition place, double match, double summed) {
        List<Seen> near = near(place, Math.max(match, summed));
        Optional<Seen> found = near.stream()
                .filter(each -> each.isWithin(match, place))
                .min(Comparator.comparingDouble(each -> each.star().magnitude()));
        return found.filter(seen -> near.stream()
                        .allMatch(other -> other == seen
                                || other.star().magnitude() > seen.star().magnitude() + MUCH_FAINTER))
                .map(Seen::star);
    }

    private List<Seen> near(PixelPosition place, double radius) {
        List<Seen> near = new ArrayList<>();
        for (int i = first(place.x() - radius);
                i < byColumn.size() && byColumn.get(i).place().x() <= place.x() + radius;
                i++) {
            if (byColumn.get(i).isWithin(radius, place)) {
                near.add(byColumn.get(i));
            }
        }
        return near;
    }

    /** The first star that is not left of a column. */
    private int first(double column) {
        int low = 0;
        int high = byColumn.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (byColumn.get(middle).place().x() < column) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

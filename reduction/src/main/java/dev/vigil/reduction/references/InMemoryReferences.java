package dev.vigil.reduction.references;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A few stars that are all in memory, as they are at every epoch. */
public record InMemoryReferences(String name, List<ReferenceStar> stars) implements References {
    private static final double SECONDS = 3600;

    public InMemoryReferences {
        stars = stars.stream()
                .sorted(Comparator.comparingDouble(ReferenceStar::magnitude))
                .toList();
    }

    @Override
    public ReferenceBand band() {
        return new ReferenceBand("V", "Vega", Optional.empty());
    }

    @Override
    public List<ReferenceStar> around(SkyPosition centre, double radiusDegrees, Epoch epoch, int atMost) {
        return stars.stream()
                .filter(star -> star.position().arcsecondsFrom(centre) <= radiusDegrees * SECONDS)
                .limit(atMost)
                .toList();
    }
}

package dev.vigil.reduction.pointspread;

import dev.vigil.reduction.sources.Nearby;
import dev.vigil.reduction.sources.Source;
import java.util.List;

/** Which sources lie near each other. */
final class Neighbours {
    private final Nearby<Source> sources;

    /** Nobody will ask for those that are farther away than this. */
    Neighbours(List<Source> sources, double farthest) {
        this.sources = new Nearby<>(sources, Source::x, Source::y, farthest);
    }

    /** The others within a distance, in pixels. */
    List<Source> of(Source source, double distance) {
        return sources.within(distance, source.x(), source.y()).stream()
                .filter(other -> other != source)
                .toList();
    }
}

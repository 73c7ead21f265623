package dev.vigil.reduction.findings;

import dev.vigil.reduction.pointspread.PointSources;
import dev.vigil.reduction.sources.SourceCatalogue;
import dev.vigil.reduction.sources.SourceSettings;
import java.util.Objects;

/** The sources of one detector, how they were looked for, and what came of fitting them as points. */
public record Catalogue(SourceSettings settings, SourceCatalogue found, PointSources points) {
    public Catalogue {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(found);
        Objects.requireNonNull(points);
    }

    public Catalogue(SourceSettings settings, SourceCatalogue found) {
        this(settings, found, new PointSources.NotFitted("the recipe does not ask for it"));
    }

    public Catalogue with(PointSources fits) {
        return new Catalogue(settings, found, fits);
    }
}

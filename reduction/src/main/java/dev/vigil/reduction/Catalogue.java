package dev.vigil.reduction;

import dev.vigil.reduction.sources.SourceCatalogue;
import dev.vigil.reduction.sources.SourceSettings;
import java.util.Objects;

/** The sources of one detector, and how they were looked for. */
public record Catalogue(SourceSettings settings, SourceCatalogue found) {
    public Catalogue {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(found);
    }
}

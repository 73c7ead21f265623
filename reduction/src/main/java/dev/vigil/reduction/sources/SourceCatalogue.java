package dev.vigil.reduction.sources;

import java.util.List;
import java.util.Optional;

/** All sources of an image, by the row of their lowest pixel, its sky, and how its stars look if enough say so. */
public record SourceCatalogue(SkyMesh sky, Optional<Seeing> seeing, List<Source> sources) {
    public SourceCatalogue {
        sources = List.copyOf(sources);
    }
}

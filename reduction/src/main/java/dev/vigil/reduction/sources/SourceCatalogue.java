package dev.vigil.reduction.sources;

import java.util.List;
import java.util.Optional;

/**
 * The sources of an image, its sky, and how its stars look if enough say so.
 *
 * @param found how many sources there are
 * @param sources those that were measured, by the row of their lowest pixel
 */
public record SourceCatalogue(SkyMesh sky, Optional<Seeing> seeing, int found, List<Source> sources) {
    public SourceCatalogue {
        sources = List.copyOf(sources);
    }
}

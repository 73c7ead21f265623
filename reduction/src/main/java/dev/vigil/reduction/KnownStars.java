package dev.vigil.reduction;

import dev.vigil.reduction.references.References;
import java.util.Objects;
import java.util.Optional;

/**
 * The catalogue by whose stars frames are compared with the sky.
 *
 * @param version what tells it from another of the same name, such as a digest of its content
 */
public record KnownStars(References catalogue, String version) {
    /** Why a step that needs one is not run. */
    static final String NONE = "no reference catalogue is configured";

    public KnownStars {
        Objects.requireNonNull(catalogue);
        Objects.requireNonNull(version);
    }

    /** A step that compares with them, in the words of a recipe. */
    static String printed(Optional<KnownStars> stars, String deed, String how) {
        return stars.map(known ->
                        deed + " by the stars of " + known.catalogue.name() + " (" + known.version + "): " + how)
                .orElse(deed + ": not run, " + NONE);
    }
}

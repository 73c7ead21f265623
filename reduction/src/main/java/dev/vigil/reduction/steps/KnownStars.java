package dev.vigil.reduction.steps;

import dev.vigil.reduction.astrometry.WholeSky;
import dev.vigil.reduction.references.ReferenceFile;
import dev.vigil.reduction.references.References;
import java.util.Objects;
import java.util.Optional;

/**
 * The catalogue by whose stars frames are compared with the sky.
 *
 * @param version what tells it from another of the same name, such as a digest of its content
 * @param wholeSky for frames that do not say where they look, or are wrong about it
 */
public record KnownStars(References catalogue, String version, Optional<WholeSky> wholeSky) {
    /** Why a step that needs one is not run. */
    static final String NONE = "no reference catalogue is configured";

    public KnownStars {
        Objects.requireNonNull(catalogue);
        Objects.requireNonNull(version);
        Objects.requireNonNull(wholeSky);
    }

    /** For frames that say where they look. */
    public KnownStars(References catalogue, String version) {
        this(catalogue, version, Optional.empty());
    }

    /** A catalogue's file, for frames anywhere on the sky. */
    public static KnownStars of(ReferenceFile catalogue) {
        return new KnownStars(catalogue, catalogue.facts().source(), Optional.of(WholeSky.of(catalogue)));
    }

    /** A step that compares with them, in the words of a recipe. */
    static String printed(Optional<KnownStars> stars, String deed, String how) {
        return stars.map(known ->
                        deed + " by the stars of " + known.catalogue.name() + " (" + known.version + "): " + how)
                .orElse(deed + ": not run, " + NONE);
    }
}

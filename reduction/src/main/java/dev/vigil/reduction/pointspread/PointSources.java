package dev.vigil.reduction.pointspread;

import dev.vigil.reduction.sources.Residual;
import dev.vigil.reduction.sources.Seeing;
import dev.vigil.reduction.sources.SkyImage;
import dev.vigil.reduction.sources.Source;
import dev.vigil.reduction.sources.SourceCatalogue;
import java.util.List;
import java.util.Optional;

/** What came of measuring sources as points. */
public sealed interface PointSources {
    /** The fits, unless there are none. */
    default Optional<Fitted> fitted() {
        return this instanceof Fitted found ? Optional.of(found) : Optional.empty();
    }

    /** Nobody asked, or the stars do not tell what a point looks like; and why not. */
    record NotFitted(String reason) implements PointSources {}

    /**
     * All sources were tried.
     *
     * @param fits one for each source, in their order
     */
    record Fitted(PointSpread model, List<Optional<PointFit>> fits) implements PointSources {
        public Fitted {
            fits = List.copyOf(fits);
        }
    }

    /** Learns from the stars of an image what a point looks like, and fits all its sources by that. */
    static PointSources of(SkyImage image, SourceCatalogue found, PointSettings settings) {
        if (found.seeing().isEmpty()) {
            return new NotFitted("the width of stars is unknown");
        }
        Seeing seeing = found.seeing().get();
        Neighbours neighbours = new Neighbours(found.sources(), 4 * seeing.fwhm());
        List<Source> stars =
                new StarChoice(neighbours, settings, seeing.fwhm()).of(found.sources(), image.width(), image.height());
        if (stars.size() < settings.fewestStars()) {
            return new NotFitted(stars.size() + " clean stars stand alone, " + settings.fewestStars() + " are needed");
        }
        Residual residual = Residual.of(image, found.sky());
        FieldPolynomial field = new FieldPolynomial(settings.degree(stars.size()), image.width(), image.height());
        PointSpread first = PointSpread.constant(StarShapes.of(seeing), field);
        PointSpread model = PointSpreadFit.fit(residual, neighbours, stars, first);
        return model.stars() < settings.fewestStars()
                ? new NotFitted(model.stars() + " of " + stars.size() + " clean stars look alike, "
                        + settings.fewestStars() + " are needed")
                : new Fitted(model, new Crowd(residual, model, found.sources()).fits());
    }
}

package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.astrometry.Fit;
import dev.vigil.reduction.astrometry.Placement;
import dev.vigil.reduction.astrometry.Solution;
import dev.vigil.reduction.statistics.Median;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a whole frame was placed on the sky.
 *
 * @param tried how many detectors were tried
 * @param solved how many of them have coordinates now
 * @param matched stars on all of them together
 * @param rmsArcseconds the median of the detectors' residuals
 */
public record SkySummary(int tried, int solved, int matched, OptionalDouble rmsArcseconds) {
    private static final String TRIED = "WCSTRIED";
    private static final String SOLVED = "WCSNSOLV";

    static SkySummary of(Collection<Placement> detectors) {
        List<Solution> solutions = detectors.stream()
                .filter(Placement.Tried.class::isInstance)
                .map(placement -> ((Placement.Tried) placement).solution())
                .toList();
        List<Fit> fits =
                solutions.stream().map(Solution::fit).flatMap(Optional::stream).toList();
        return new SkySummary(
                solutions.size(),
                fits.size(),
                fits.stream().mapToInt(Fit::matched).sum(),
                Median.known(fits.stream()
                        .map(fit -> OptionalDouble.of(fit.rmsArcseconds()))
                        .toList()));
    }

    static SkySummary read(Header primary) {
        return new SkySummary(
                (int) primary.integer(TRIED).orElse(0),
                (int) primary.integer(SOLVED).orElse(0),
                (int) primary.integer(PlacementCards.MATCHED).orElse(0),
                primary.number(PlacementCards.RESIDUAL));
    }

    void add(Header.Builder cards) {
        cards.put(TRIED, tried, "detectors whose coordinates were sought");
        if (tried > 0) {
            cards.put(SOLVED, solved, "detectors whose coordinates were fitted");
            cards.put(PlacementCards.ERROR, solved == tried ? 0 : 1, "0 if all of them were");
        }
        if (solved > 0) {
            cards.put(PlacementCards.MATCHED, matched, "stars that the coordinates rest on");
        }
        cards.put(PlacementCards.RESIDUAL, rmsArcseconds, "[arcsec] root mean square of their distances");
    }
}

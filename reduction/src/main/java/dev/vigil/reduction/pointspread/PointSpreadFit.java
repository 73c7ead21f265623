package dev.vigil.reduction.pointspread;

import dev.vigil.reduction.sources.Residual;
import dev.vigil.reduction.sources.Source;
import dev.vigil.reduction.statistics.Median;
import java.util.Arrays;
import java.util.List;

/**
 * Fits what is added to the typical profile, all over the field at once, to the pixels of chosen stars. The light and the place of each star
 * are its own; of what its pixels say, only what these cannot explain counts for the model.
 */
final class PointSpreadFit {
    private static final int ROUNDS = 3;

    /** How far stamps reach, in widths at half maximum. */
    private static final double REACH = 2;

    /** Neighbours are left out as far as this, in widths. */
    private static final double HIDDEN = 1.2;

    /** No star looks more like the model than by this share of its light in each pixel, before and after it was fitted. */
    private static final double FIRST_DISTRUST = 0.1;

    private static final double DISTRUST = 0.02;

    /** A pixel that is farther from the model than this, in standard deviations, is not the star's. */
    private static final double FARTHEST = 5;

    /** A star that is so many times worse than the median is none. */
    private static final double WORST = 3;

    private final Glimpse glimpse;
    private final StarFit fit;
    private final Neighbours neighbours;
    private final List<Source> stars;
    private PointSpread model;
    private double[] badness;

    private PointSpreadFit(Residual residual, Neighbours neighbours, List<Source> stars, PointSpread first) {
        double fwhm = first.shapes().fwhm();
        this.glimpse = new Glimpse(residual, (int) Math.ceil(REACH * fwhm));
        this.fit = new StarFit(glimpse);
        this.neighbours = neighbours;
        this.stars = stars;
        this.model = first;
        this.badness = new double[stars.size()];
    }

    static PointSpread fit(Residual residual, Neighbours neighbours, List<Source> stars, PointSpread first) {
        PointSpreadFit search = new PointSpreadFit(residual, neighbours, stars, first);
        for (int round = 0; round < ROUNDS; round++) {
            search.improve(round);
        }
        return search.model;
    }

    /** Where points look unlike the typical one, stars are far from it until it was fitted once: none is left out before. */
    private void improve(int round) {
        double limit = round < 2 ? Double.POSITIVE_INFINITY : WORST * median(badness);
        Sums sums = new Sums(model.shapes().extras(), model.field().terms());
        double[] found = new double[stars.size()];
        Arrays.fill(found, Double.NaN);
        int used = 0;
        for (int i = 0; i < stars.size(); i++) {
            if (round == 0 || badness[i] < limit) {
                found[i] = add(stars.get(i), round == 0, sums);
                used += found[i] == found[i] ? 1 : 0;
            }
        }
        badness = found;
        double[][] factors = sums.solve(model.factors());
        model = new PointSpread(model.shapes(), model.field(), factors, used, median(found));
    }

    private double add(Source star, boolean first, Sums sums) {
        double distrust = first ? FIRST_DISTRUST : DISTRUST;
        StarImage image = model.at(star.x() - 1, star.y() - 1);
        glimpse.lookAt(star.x() - 1, star.y() - 1);
        neighbours
                .of(star, 2 * REACH * image.fwhm())
                .forEach(other -> glimpse.hide(other.x() - 1, other.y() - 1, HIDDEN * image.fwhm()));
        if (!fit.fit(image, star.x() - 1, star.y() - 1, distrust) || !(fit.flux() > 0)) {
            return Double.NaN;
        }
        if (!first) {
            fit.clip(FARTHEST);
        }
        sums.add(fit, model.shapes(), model.field().at(fit.x(), fit.y()));
        return fit.chiSquare();
    }

    private static double median(double[] values) {
        double[] known = Arrays.stream(values).filter(value -> value == value).toArray();
        return known.length == 0 ? Double.NaN : Median.of(known);
    }
}

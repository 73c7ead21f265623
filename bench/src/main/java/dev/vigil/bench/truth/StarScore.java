package dev.vigil.bench.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How well somebody found and measured the stars of an exposure; near saturated pixels nobody is judged.
 *
 * @param found how many sources
 * @param purity the share of them that are stars of at most 19.3 mag
 * @param completeness the share of the stars that were found, by half magnitudes from 11 on; no number for fewer than six
 * @param centroids the robust standard deviation of positions along an axis, in pixels, for stars of 12 to 14 and 14 to 16 mag
 * @param zeroPoint the error of the zero point in magnitudes, in an aperture of eight pixels
 */
record StarScore(int found, double purity, double[] completeness, double[] centroids, double zeroPoint) {
    static final double BRIGHTEST = 11;
    static final double STEP = 0.5;

    private static final int BINS = 18;
    private static final int FEWEST = 6;
    private static final double FAINTEST_TO_COUNT = 19.3;
    private static final double SIGMA_PER_MAD = 1.4826;

    static StarScore of(List<Spot> spots, StarTruth truth, CosmicTruth cosmicRays) {
        return new Judge(spots, truth, cosmicRays).score();
    }

    /** The median width of bright stars that stand alone and have no flag. */
    static double medianWidth(List<Spot> spots, StarTruth truth, CosmicTruth cosmicRays) {
        return new Judge(spots, truth, cosmicRays).width();
    }

    /** The magnitude at which this share of the stars is found, by straight lines between the bins. */
    double depth(double share) {
        for (int i = 4; i < completeness.length; i++) {
            if (completeness[i] < share) {
                double within = (completeness[i - 1] - share) / (completeness[i - 1] - completeness[i]);
                return BRIGHTEST + STEP * (i - 0.5 + within);
            }
        }
        return Double.NaN;
    }

    /** Holds what was found against the truth. */
    private static final class Judge {
        private final List<Spot> spots;
        private final StarTruth truth;
        private final CosmicTruth cosmicRays;
        private final int side;
        private final Places stars;
        private final int[] matches;

        Judge(List<Spot> spots, StarTruth truth, CosmicTruth cosmicRays) {
            this.spots = spots;
            this.truth = truth;
            this.cosmicRays = cosmicRays;
            this.side = cosmicRays.width();
            this.stars = truth.places(side);
            this.matches = matches();
        }

        private int[] matches() {
            double[] x = spots.stream().mapToDouble(Spot::x).toArray();
            double[] y = spots.stream().mapToDouble(Spot::y).toArray();
            Places places = new Places(x, y, side);
            return IntStream.range(0, truth.x().length)
                    .map(star -> places.distance(truth.x()[star], truth.y()[star], -1) < truth.matchingRadius()
                            ? places.nearest(truth.x()[star], truth.y()[star], -1)
                            : -1)
                    .toArray();
        }

        StarScore score() {
            return new StarScore(
                    spots.size(),
                    purity(),
                    completeness(),
                    new double[] {centroid(12, 14), centroid(14, 16)},
                    zeroPoint());
        }

        private double purity() {
            int[] bright = IntStream.range(0, truth.x().length)
                    .filter(star -> truth.magnitude()[star] < FAINTEST_TO_COUNT)
                    .toArray();
            Places places = new Places(
                    Arrays.stream(bright).mapToDouble(star -> truth.x()[star]).toArray(),
                    Arrays.stream(bright).mapToDouble(star -> truth.y()[star]).toArray(),
                    side);
            List<Spot> judged = spots.stream()
                    .filter(spot -> !isDazzled(spot.x(), spot.y()))
                    .toList();
            long right = judged.stream()
                    .filter(spot -> places.distance(spot.x(), spot.y(), -1) < truth.matchingRadius())
                    .count();
            return (double) right / judged.size();
        }

        private boolean isDazzled(double x, double y) {
            return cosmicRays.dazzled().get(place(x, y));
        }

        private int place(double x, double y) {
            return inside(y) * side + inside(x);
        }

        private int inside(double at) {
            return (int) Math.max(0, Math.min(Math.round(at), side - 1));
        }

        private double[] completeness() {
            double[] shares = new double[BINS];
            for (int bin = 0; bin < BINS; bin++) {
                double from = BRIGHTEST + STEP * bin;
                int[] all = stars(star -> truth.magnitude()[star] >= from && truth.magnitude()[star] < from + STEP);
                long hit = Arrays.stream(all).filter(star -> matches[star] >= 0).count();
                shares[bin] = all.length < FEWEST ? Double.NaN : (double) hit / all.length;
            }
            return shares;
        }

        /** Stars that are judged: well inside, and not near saturated pixels. */
        private int[] stars(IntPredicate wanted) {
            return IntStream.range(0, truth.x().length)
                    .filter(wanted)
                    .filter(star -> isWellInside(truth.x()[star]) && isWellInside(truth.y()[star]))
                    .filter(star -> !isDazzled(truth.x()[star], truth.y()[star]))
                    .toArray();
        }

        private boolean isWellInside(double at) {
            return at > 20 && at < side - 21;
        }

        private int[] alone(double brightest, double faintest, double distance) {
            return stars(star -> matches[star] >= 0
                    && truth.magnitude()[star] > brightest
                    && truth.magnitude()[star] < faintest
                    && stars.distance(truth.x()[star], truth.y()[star], star) > distance);
        }

        private double centroid(double brightest, double faintest) {
            int[] chosen = Arrays.stream(alone(brightest, faintest, 8))
                    .filter(star -> !isStruck(star))
                    .toArray();
            double[] dx = Arrays.stream(chosen)
                    .mapToDouble(star -> spots.get(matches[star]).x() - truth.x()[star])
                    .toArray();
            double[] dy = Arrays.stream(chosen)
                    .mapToDouble(star -> spots.get(matches[star]).y() - truth.y()[star])
                    .toArray();
            List<Double> deviations = new ArrayList<>();
            Arrays.stream(dx).forEach(each -> deviations.add(Math.abs(each - median(dx))));
            Arrays.stream(dy).forEach(each -> deviations.add(Math.abs(each - median(dy))));
            return SIGMA_PER_MAD
                    * median(deviations.stream().mapToDouble(each -> each).toArray());
        }

        private boolean isStruck(int star) {
            int place = place(truth.x()[star], truth.y()[star]);
            for (int row = -2; row <= 2; row++) {
                for (int column = -2; column <= 2; column++) {
                    if (cosmicRays.charge()[place + row * side + column] >= 20) {
                        return true;
                    }
                }
            }
            return false;
        }

        private IntStream standards() {
            return Arrays.stream(alone(12, 14.5, 10))
                    .filter(star -> spots.get(matches[star]).flags() == 0);
        }

        double width() {
            return median(standards()
                    .mapToDouble(star -> spots.get(matches[star]).fwhm())
                    .toArray());
        }

        private double zeroPoint() {
            double[] errors = standards()
                    .mapToDouble(star -> truth.magnitude()[star]
                            + StarTruth.magnitudes(spots.get(matches[star]).flux()))
                    .toArray();
            return median(errors) - truth.apertureCorrection() - truth.zeroPoint();
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int count = sorted.length;
            return count == 0 ? Double.NaN : (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
        }
    }
}

package dev.vigil.reduction.astrometry;

import java.util.Optional;

/**
 * Chooses how much a fit may bend: no more than its stars can tell, and no more than is worth it by the Bayesian information
 * criterion.
 */
final class OrderChoice {
    private static final int STARS_PER_TERM = 6;

    private OrderChoice() {}

    static Optional<RobustFit> best(Pairs pairs, double unit, double floor, int highest) {
        Optional<RobustFit> most = Optional.empty();
        for (int order = highestFor(pairs.size(), highest); order >= 1 && most.isEmpty(); order--) {
            most = RobustFit.of(pairs, order, unit, floor);
        }
        return most.map(found -> simplest(found, unit));
    }

    private static int highestFor(int stars, int highest) {
        int order = 1;
        while (order < highest && stars >= STARS_PER_TERM * PlaneMap.terms(order + 1)) {
            order++;
        }
        return order;
    }

    private static RobustFit simplest(RobustFit most, double unit) {
        RobustFit best = most;
        for (int order = most.order() - 1; order >= 1; order--) {
            Optional<RobustFit> tried = RobustFit.of(most.pairs(), order, unit, most.floor());
            if (tried.isPresent() && criterion(tried.get(), most) <= criterion(best, most)) {
                best = tried.get();
            }
        }
        return best;
    }

    private static double criterion(RobustFit fit, RobustFit most) {
        return fit.costWith(most.floor())
                + 2 * PlaneMap.terms(fit.order()) * Math.log(2.0 * fit.pairs().size());
    }
}

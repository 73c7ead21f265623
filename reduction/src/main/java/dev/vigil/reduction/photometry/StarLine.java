package dev.vigil.reduction.photometry;

import dev.vigil.reduction.statistics.Median;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A line through what stars say by their colours, or a level where colours are left out: Tukey's biweight, each star
 * weighted by its error.
 *
 * @param level at the reference colour
 * @param slope 0 for a level
 * @param scatter of single stars about it
 * @param used which of the stars it rests on
 */
record StarLine(double level, double slope, double levelError, double slopeError, double scatter, List<Standard> used) {
    /** No single star is trusted more than that, in magnitudes: flats and catalogues are no better. */
    private static final double FLOOR = 0.005;

    private static final double SIGMA_PER_MAD = 1.4826;
    private static final double CUT = 4.685;
    private static final int ROUNDS = 10;

    /** Between these slopes, in as many steps on either side of none, the first one is sought. */
    private static final double STEEPEST = 1;

    private static final int TRIALS = 20;

    /** The stars with the place of each on the line's axis, and where the line is now. */
    private record Trial(List<Standard> stars, ToDoubleFunction<Standard> axis, double level, double slope) {
        static Trial through(List<Standard> stars, ToDoubleFunction<Standard> axis, double slope) {
            double middle = Median.of(stars, star -> star.zeroPoint() - slope * axis.applyAsDouble(star));
            return new Trial(stars, axis, middle, slope);
        }

        double residual(Standard star) {
            return star.zeroPoint() - level - slope * axis.applyAsDouble(star);
        }

        double scatter() {
            return Math.max(FLOOR, SIGMA_PER_MAD * Median.of(stars, star -> Math.abs(residual(star))));
        }

        double weight(Standard star, double scatter) {
            double near = near(star, scatter);
            return near * near * trust(star);
        }

        /** By how much a star's weighted residual changes with the line: the farther off, the less, in the end the other way. */
        double hold(Standard star, double scatter) {
            double near = near(star, scatter);
            return near * (5 * near - 4) * trust(star);
        }

        private double near(Standard star, double scatter) {
            double off = residual(star) / (CUT * scatter);
            return Math.max(0, 1 - off * off);
        }

        private static double trust(Standard star) {
            return 1 / (star.error() * star.error() + FLOOR * FLOOR);
        }
    }

    /** What all stars say, whatever their colours. */
    static StarLine level(List<Standard> stars) {
        return fitted(Trial.through(stars, star -> 0, 0), false);
    }

    /** What stars of known colours say, beginning with the slope about which they scatter least: a few wrong ones do no harm. */
    static StarLine sloped(List<Standard> stars, double reference) {
        ToDoubleFunction<Standard> axis = star -> star.colour().orElseThrow() - reference;
        return IntStream.rangeClosed(-TRIALS, TRIALS)
                .mapToObj(i -> Trial.through(stars, axis, STEEPEST * i / TRIALS))
                .min(Comparator.comparingDouble(Trial::scatter))
                .map(first -> fitted(first, true))
                .orElseThrow();
    }

    private static StarLine fitted(Trial first, boolean sloped) {
        Trial near = settled(first, first.scatter(), sloped);
        double scatter = near.scatter();
        Trial last = settled(near, scatter, sloped);
        Errors errors = Errors.of(last, scatter, sloped);
        return new StarLine(
                last.level(),
                last.slope(),
                errors.level(),
                errors.slope(),
                scatter,
                last.stars().stream()
                        .filter(star -> last.weight(star, scatter) > 0)
                        .toList());
    }

    private static Trial settled(Trial first, double scatter, boolean sloped) {
        Trial trial = first;
        for (int round = 0; round < ROUNDS; round++) {
            trial = next(trial, scatter, sloped);
        }
        return trial;
    }

    /** One step of the fit: how far the line still has to move. */
    private static Trial next(Trial trial, double scatter, boolean sloped) {
        Powers weights = Powers.of(trial, sloped, star -> trial.weight(star, scatter));
        Powers pull = Powers.of(trial, sloped, star -> trial.weight(star, scatter) * trial.residual(star));
        double level = (weights.square() * pull.one() - weights.axis() * pull.axis()) / weights.determinant();
        double slope = (weights.one() * pull.axis() - weights.axis() * pull.one()) / weights.determinant();
        return new Trial(trial.stars(), trial.axis(), trial.level() + level, trial.slope() + slope);
    }

    /** Sums over the stars by powers of the line's axis; of a level only the first counts. */
    private record Powers(double one, double axis, double square) {
        static Powers of(Trial trial, boolean sloped, ToDoubleFunction<Standard> what) {
            double[] sums = new double[3];
            for (Standard star : trial.stars()) {
                double x = sloped ? trial.axis().applyAsDouble(star) : 0;
                double value = what.applyAsDouble(star);
                sums[0] += value;
                sums[1] += value * x;
                sums[2] += value * x * x;
            }
            return new Powers(sums[0], sums[1], sloped ? sums[2] : 1);
        }

        double determinant() {
            return one * square - axis * axis;
        }
    }

    /**
     * What a fitted line scatters by: what the stars pull, squared, against how they hold it (Huber's sandwich), with as
     * many stars fewer as there are numbers fitted.
     */
    private record Errors(Powers pull, Powers hold, double fewer) {
        static Errors of(Trial trial, double scatter, boolean sloped) {
            int numbers = sloped ? 2 : 1;
            double used = trial.stars().stream()
                    .filter(star -> trial.weight(star, scatter) > 0)
                    .count();
            return new Errors(
                    Powers.of(trial, sloped, star -> {
                        double pull = trial.weight(star, scatter) * trial.residual(star);
                        return pull * pull;
                    }),
                    Powers.of(trial, sloped, star -> trial.hold(star, scatter)),
                    used > numbers ? used / (used - numbers) : Double.POSITIVE_INFINITY);
        }

        double level() {
            return error(hold.square(), -hold.axis());
        }

        double slope() {
            return error(-hold.axis(), hold.one());
        }

        /** Of the answer that is so many times the one and so many times the other right side. */
        private double error(double first, double second) {
            double variance =
                    first * first * pull.one() + 2 * first * second * pull.axis() + second * second * pull.square();
            return Math.sqrt(fewer * Math.max(0, variance)) / Math.abs(hold.determinant());
        }
    }
}

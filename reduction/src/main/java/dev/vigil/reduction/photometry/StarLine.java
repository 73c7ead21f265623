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
            double off = residual(star) / (CUT * scatter);
            double near = Math.max(0, 1 - off * off);
            return near * near / (star.error() * star.error() + FLOOR * FLOOR);
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
        Sums sums = Sums.of(last, scatter, sloped);
        return new StarLine(
                last.level(),
                last.slope(),
                sums.levelError(),
                sums.slopeError(),
                scatter,
                last.stars().stream()
                        .filter(star -> last.weight(star, scatter) > 0)
                        .toList());
    }

    private static Trial settled(Trial first, double scatter, boolean sloped) {
        Trial trial = first;
        for (int round = 0; round < ROUNDS; round++) {
            trial = Sums.of(trial, scatter, sloped).next(trial);
        }
        return trial;
    }

    /**
     * The normal equations of one step, and what their answer scatters by.
     *
     * @param pull squares of the weighted residuals, by powers of the axis
     */
    private record Sums(double one, double axis, double square, double off, double offAxis, double[] pull) {
        static Sums of(Trial trial, double scatter, boolean sloped) {
            double[] sums = new double[5];
            double[] pull = new double[3];
            for (Standard star : trial.stars()) {
                double weight = trial.weight(star, scatter);
                double x = sloped ? trial.axis().applyAsDouble(star) : 0;
                double off = weight * trial.residual(star);
                add(sums, weight, weight * x, weight * x * x, off, off * x);
                add(pull, off * off, off * off * x, off * off * x * x);
            }
            return new Sums(sums[0], sums[1], sloped ? sums[2] : 1, sums[3], sums[4], pull);
        }

        private static void add(double[] to, double... what) {
            for (int i = 0; i < what.length; i++) {
                to[i] += what[i];
            }
        }

        private double determinant() {
            return one * square - axis * axis;
        }

        Trial next(Trial trial) {
            double level = (square * off - axis * offAxis) / determinant();
            double slope = (one * offAxis - axis * off) / determinant();
            return new Trial(trial.stars(), trial.axis(), trial.level() + level, trial.slope() + slope);
        }

        double levelError() {
            return error(square, -axis);
        }

        double slopeError() {
            return error(-axis, one);
        }

        /** Of the answer that is so many times the one and so many times the other right side. */
        private double error(double first, double second) {
            double variance = first * first * pull[0] + 2 * first * second * pull[1] + second * second * pull[2];
            return Math.sqrt(Math.max(0, variance)) / determinant();
        }
    }
}

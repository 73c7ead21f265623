package dev.vigil.reduction.photometry;

import dev.vigil.reduction.statistics.Median;
import java.util.List;
import java.util.Optional;

/**
 * The magnitude of one electron per second.
 *
 * @param error its standard error, as the stars scatter
 * @param scatter of single stars about it, in magnitudes
 * @param stars how many it rests on
 */
public record ZeroPoint(double magnitude, double error, double scatter, int stars) {
    /** Fewer stars say too little of each other. */
    public static final int FEWEST = 5;

    /** No single star is trusted more than that, in magnitudes: flats and catalogues are no better. */
    private static final double FLOOR = 0.005;

    private static final double SIGMA_PER_MAD = 1.4826;
    private static final double CUT = 4.685;
    private static final int ROUNDS = 20;

    /** The robust mean of what the stars say (Tukey's biweight), each weighted by its error; nothing if they are too few. */
    public static Optional<ZeroPoint> of(List<Standard> standards) {
        if (standards.size() < FEWEST) {
            return Optional.empty();
        }
        double centre = Median.of(standards, Standard::zeroPoint);
        double scatter = Math.max(FLOOR, SIGMA_PER_MAD * deviation(standards, centre));
        for (int round = 0; round < ROUNDS; round++) {
            centre = mean(standards, centre, scatter);
        }
        return Optional.of(new ZeroPoint(
                centre, error(standards, centre, scatter), scatter, (int) used(standards, centre, scatter)));
    }

    private static double deviation(List<Standard> standards, double centre) {
        return Median.of(standards, star -> Math.abs(star.zeroPoint() - centre));
    }

    private static double mean(List<Standard> standards, double centre, double scatter) {
        double sum = 0;
        double weights = 0;
        for (Standard star : standards) {
            double weight = weight(star, centre, scatter);
            sum += weight * star.zeroPoint();
            weights += weight;
        }
        return sum / weights;
    }

    private static double error(List<Standard> standards, double centre, double scatter) {
        double squares = 0;
        double weights = 0;
        for (Standard star : standards) {
            double weight = weight(star, centre, scatter);
            double pull = weight * (star.zeroPoint() - centre);
            squares += pull * pull;
            weights += weight;
        }
        return Math.sqrt(squares) / weights;
    }

    private static long used(List<Standard> standards, double centre, double scatter) {
        return standards.stream()
                .filter(star -> weight(star, centre, scatter) > 0)
                .count();
    }

    private static double weight(Standard star, double centre, double scatter) {
        double off = (star.zeroPoint() - centre) / (CUT * scatter);
        double near = Math.max(0, 1 - off * off);
        return near * near / (star.error() * star.error() + FLOOR * FLOOR);
    }
}

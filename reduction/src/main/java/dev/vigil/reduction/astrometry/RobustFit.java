package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.statistics.Median;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A map from detector to sky by least squares that heed the errors and ignore what stands out. What the errors do not explain
 * is taken to be in all of them alike: the floor.
 */
final class RobustFit {
    private static final int ITERATIONS = 6;

    /** In standard deviations: beyond this a pair has no say (Tukey's biweight). */
    private static final double BEYOND = 5;

    /** Half of all distances on a plane are nearer than this many standard deviations of one axis, squared. */
    private static final double HALF = 2 * Math.log(2);

    private static final int ENOUGH_FOR_THE_FLOOR = 1000;

    private final Pairs pairs;
    private final int order;
    private final double unit;
    private final double[] squares;
    private PlaneMap map;
    private double floor;

    private RobustFit(Pairs pairs, int order, double unit) {
        this.pairs = pairs;
        this.order = order;
        this.unit = unit;
        this.squares = new double[pairs.size()];
    }

    /** Empty where the pairs do not determine it; the first guess of the floor is in degrees. */
    static Optional<RobustFit> of(Pairs pairs, int order, double unit, double floor) {
        RobustFit fit = new RobustFit(pairs, order, unit);
        fit.floor = floor;
        for (int i = 0; i < ITERATIONS; i++) {
            if (!fit.step(i == 0)) {
                return Optional.empty();
            }
        }
        return Optional.of(fit);
    }

    private boolean step(boolean first) {
        int unknowns = PlaneMap.terms(order);
        NormalEquations equations = new NormalEquations(unknowns);
        double[] terms = new double[unknowns];
        for (int i = 0; i < pairs.size(); i++) {
            double weight = first ? 1 / variance(i) : weight(i);
            if (weight > 0) {
                PlaneMap.fill(terms, order, pairs.u()[i] / unit, pairs.v()[i] / unit);
                equations.add(terms, pairs.x()[i], pairs.y()[i], weight);
            }
        }
        double[] x = new double[unknowns];
        double[] y = new double[unknowns];
        if (!equations.solve(x, y)) {
            return false;
        }
        map = new PlaneMap(order, unit, x, y);
        measure(terms);
        return true;
    }

    private void measure(double[] terms) {
        for (int i = 0; i < squares.length; i++) {
            PlaneMap.fill(terms, order, pairs.u()[i] / unit, pairs.v()[i] / unit);
            double dx = PlaneMap.sum(map.first(), terms) - pairs.x()[i];
            double dy = PlaneMap.sum(map.second(), terms) - pairs.y()[i];
            squares[i] = dx * dx + dy * dy;
        }
        floor = floorThatExplains();
    }

    /** By halving: with this floor half of the brightest lie as near as they should. */
    private double floorThatExplains() {
        int many = Math.min(ENOUGH_FOR_THE_FLOOR, squares.length);
        double low = 0;
        double high = 4 * Math.sqrt(Median.upper(Arrays.copyOf(squares, many)));
        for (int i = 0; i < 12; i++) {
            double middle = (low + high) / 2;
            if (medianOverVariance(many, middle * middle) > HALF) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.max(high, Double.MIN_NORMAL);
    }

    private double medianOverVariance(int many, double added) {
        double[] ratios = new double[many];
        for (int i = 0; i < many; i++) {
            ratios[i] = squares[i] / (pairs.variance()[i] + added);
        }
        return Median.upper(ratios);
    }

    private double variance(int pair) {
        return pairs.variance()[pair] + floor * floor;
    }

    private double weight(int pair) {
        double share = squares[pair] / (variance(pair) * BEYOND * BEYOND);
        return share >= 1 ? 0 : (1 - share) * (1 - share) / variance(pair);
    }

    PlaneMap map() {
        return map;
    }

    /** In degrees. */
    double floor() {
        return floor;
    }

    Pairs pairs() {
        return pairs;
    }

    int order() {
        return order;
    }

    /** Whether a pair had a say. */
    boolean isKept(int pair) {
        return squares[pair] < BEYOND * BEYOND * variance(pair);
    }

    int kept() {
        return (int) IntStream.range(0, squares.length).filter(this::isKept).count();
    }

    /** The squares of all distances by their variances with another fit's floor, none counted for more than the last that has a say. */
    double costWith(double otherFloor) {
        double sum = 0;
        for (int i = 0; i < squares.length; i++) {
            sum += Math.min(BEYOND * BEYOND, squares[i] / (pairs.variance()[i] + otherFloor * otherFloor));
        }
        return sum;
    }

    /** The distance within which half of those lie that had a say, in degrees. */
    double typicalDistance() {
        double[] distances = keptSquares();
        return distances.length == 0 ? 0 : Math.sqrt(Median.upper(distances));
    }

    /** The root mean square of the distances of those that had a say, in degrees. */
    double rms() {
        return Math.sqrt(Arrays.stream(keptSquares()).average().orElse(0));
    }

    private double[] keptSquares() {
        return IntStream.range(0, squares.length)
                .filter(this::isKept)
                .mapToDouble(pair -> squares[pair])
                .toArray();
    }
}

package dev.vigil.bench.truth;

import dev.vigil.reduction.statistics.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far somebody's light of single stars is from the truth: the robust standard deviation by magnitude. A constant factor, such as the share of
 * an aperture, is nobody's fault.
 *
 * @param scatter in magnitudes, of stars from 12 on, one magnitude each
 * @param bias the median of those of the first three, in magnitudes by which they are too faint
 */
record LightRow(String who, int exposure, double[] scatter, double bias) {
    static final String[] HEADS = {
        "light", "exposure", "12-13 mag", "13-14", "14-15", "15-16", "16-17", "17-18", "bias, 12-15"
    };

    private static final int BRIGHTEST = 12;
    private static final int BINS = 6;
    private static final int BINS_OF_BIAS = 3;
    private static final double ALONE = 10;
    private static final double SIGMA_PER_MAD = 1.4826;

    /**
     * @param x columns of what was found, counted from 0
     * @param light of the same; what is no number was not measured
     * @param correction magnitudes to be added for what is not seen in an aperture
     */
    static LightRow of(
            String who,
            int exposure,
            StarTruth truth,
            int side,
            double[] x,
            double[] y,
            double[] light,
            double correction) {
        Places found = new Places(x, y, side);
        Places stars = truth.places(side);
        double[] errors = new double[truth.x().length];
        Arrays.fill(errors, Double.NaN);
        for (int star = 0; star < errors.length; star++) {
            double atX = truth.x()[star];
            double atY = truth.y()[star];
            boolean inside = Math.min(atX, atY) > 20 && Math.max(atX, atY) < side - 21;
            if (inside
                    && found.distance(atX, atY, -1) < truth.matchingRadius()
                    && stars.distance(atX, atY, star) > ALONE) {
                double flux = light[found.nearest(atX, atY, -1)];
                errors[star] = truth.zeroPoint() - StarTruth.magnitudes(flux) + correction - truth.magnitude()[star];
            }
        }
        double[] scatter = IntStream.range(0, BINS)
                .mapToDouble(bin -> scatter(errorsOf(truth, errors, BRIGHTEST + bin, BRIGHTEST + bin + 1)))
                .toArray();
        return new LightRow(
                who, exposure, scatter, median(errorsOf(truth, errors, BRIGHTEST, BRIGHTEST + BINS_OF_BIAS)));
    }

    private static double[] errorsOf(StarTruth truth, double[] errors, double brightest, double faintest) {
        return IntStream.range(0, errors.length)
                .filter(star -> truth.magnitude()[star] >= brightest && truth.magnitude()[star] < faintest)
                .mapToDouble(star -> errors[star])
                .filter(error -> error == error)
                .toArray();
    }

    private static double scatter(double[] errors) {
        double middle = median(errors);
        return SIGMA_PER_MAD
                * median(Arrays.stream(errors)
                        .map(error -> Math.abs(error - middle))
                        .toArray());
    }

    private static double median(double[] values) {
        return values.length == 0 ? Double.NaN : Median.of(values);
    }

    Object[] cells() {
        List<Object> cells = new ArrayList<>(List.of(who, exposure));
        Arrays.stream(scatter).forEach(each -> cells.add("%.4f".formatted(each)));
        cells.add("%+.4f".formatted(bias));
        return cells.toArray();
    }
}

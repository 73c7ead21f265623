package dev.vigil.reduction.masters;

import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.statistics.Robust;
import java.util.Optional;

/**
 * An amplifier's gain and read noise from two flats of even light and two biases: light that comes in single electrons scatters
 * by the root of their number, so the scatter of the difference of two flats says how many there were. Everything is taken in
 * small squares, so that neither lamp nor dust matter, and what stands out of a square is left out.
 */
public final class PhotonTransfer {
    private static final int SQUARE = 32;
    private static final double KAPPA = 4;
    private static final int ROUNDS = 4;
    private static final int FEWEST_SQUARES = 8;
    /** The median of a sample scatters by so much more than its mean. */
    private static final double OF_A_MEDIAN = 1.2533;

    private final Section data;
    private final double saturation;
    private final float[][] counts;

    private PhotonTransfer(Section data, double saturation, float[][] counts) {
        this.data = data;
        this.saturation = saturation;
        this.counts = counts;
    }

    /**
     * What was measured.
     *
     * @param gain electrons per ADU
     * @param gainError of the gain, by how it scatters from square to square
     * @param readNoise electrons
     * @param level of the flats above the biases, in ADU
     * @param squares how many there were
     */
    public record Gain(double gain, double gainError, double readNoise, double level, int squares) {}

    /** Raw frames of one detector, all of a size. */
    public record Frames(RawRows flat, RawRows otherFlat, RawRows bias, RawRows otherBias) {
        public Frames {
            Size size = flat.size();
            if (!size.equals(otherFlat.size()) || !size.equals(bias.size()) || !size.equals(otherBias.size())) {
                throw new IllegalArgumentException("The frames differ in size");
            }
        }
    }

    /** The gain of an amplifier; nothing where too little of it can be used. */
    public static Optional<Gain> of(Amplifier amplifier, Frames frames) {
        Section data = amplifier.dataSection();
        float[][] counts = {
            read(data, frames.flat()),
            read(data, frames.otherFlat()),
            read(data, frames.bias()),
            read(data, frames.otherBias())
        };
        return new PhotonTransfer(data, amplifier.saturation().orElse(Double.POSITIVE_INFINITY), counts).gain();
    }

    private static float[] read(Section data, RawRows raw) {
        float[] row = new float[raw.size().width()];
        float[] counts = new float[data.width() * data.height()];
        for (int y = 0; y < data.height(); y++) {
            raw.read(data.y() + y, 1, row);
            System.arraycopy(row, data.x(), counts, y * data.width(), data.width());
        }
        return counts;
    }

    private Optional<Gain> gain() {
        int across = data.width() / SQUARE;
        int up = data.height() / SQUARE;
        float[] gains = new float[across * up];
        float[] noises = new float[across * up];
        float[] levels = new float[across * up];
        int count = 0;
        for (int i = 0; i < across * up; i++) {
            Sample sample = new Sample(i % across * SQUARE, i / across * SQUARE);
            if (sample.isUsable()) {
                gains[count] = (float) sample.gain();
                noises[count] = (float) sample.readVariance();
                levels[count++] = (float) sample.level();
            }
        }
        if (count < FEWEST_SQUARES) {
            return Optional.empty();
        }
        float gain = Robust.median(gains, count);
        double error = OF_A_MEDIAN * Robust.sigma(gains, count, gain) / Math.sqrt(count);
        double readNoise = gain * Math.sqrt(Robust.median(noises, count));
        return Optional.of(new Gain(gain, error, readNoise, Robust.median(levels, count), count));
    }

    /** One square of all four frames. */
    private final class Sample {
        private final double level;
        private final double otherLevel;
        private final double flatVariance;
        private final double readVariance;

        Sample(int x, int y) {
            double[] flat = clipped(x, y, 0, 2, 1);
            double[] other = clipped(x, y, 1, 3, 1);
            this.level = flat[0];
            this.otherLevel = other[0];
            double ratio = level / otherLevel;
            this.flatVariance = clipped(x, y, 0, 1, ratio)[1];
            this.readVariance = clipped(x, y, 2, 3, 1)[1] / 2;
        }

        boolean isUsable() {
            return level > 0 && otherLevel > 0 && gain() > 0 && Double.isFinite(gain());
        }

        double level() {
            return (level + otherLevel) / 2;
        }

        double readVariance() {
            return readVariance;
        }

        /** With flats of levels m and m/r the variance of their difference is m (1 + r) / gain + (1 + r²) of reading. */
        double gain() {
            double ratio = level / otherLevel;
            return level * (1 + ratio) / (flatVariance - (1 + ratio * ratio) * readVariance);
        }

        /** Mean and variance of the difference of two frames, the second times a factor, without what stands out. */
        private double[] clipped(int x, int y, int one, int other, double factor) {
            double mean = 0;
            double limit = Double.POSITIVE_INFINITY;
            double variance = Double.NaN;
            for (int round = 0; round < ROUNDS; round++) {
                double[] sums = sums(x, y, one, other, factor, mean, limit);
                mean = sums[1] / sums[0];
                variance = (sums[2] - sums[0] * mean * mean) / (sums[0] - 1);
                limit = KAPPA * Math.sqrt(variance);
            }
            return new double[] {mean, variance};
        }

        private double[] sums(int x, int y, int one, int other, double factor, double centre, double limit) {
            double[] sums = new double[3];
            for (int i = 0; i < SQUARE * SQUARE; i++) {
                int pixel = (y + i / SQUARE) * data.width() + x + i % SQUARE;
                double value = counts[one][pixel] - factor * counts[other][pixel];
                boolean isBright = counts[0][pixel] >= saturation || counts[1][pixel] >= saturation;
                if (!isBright && Math.abs(value - centre) <= limit) {
                    sums[0]++;
                    sums[1] += value;
                    sums[2] += value * value;
                }
            }
            return sums;
        }
    }
}

package dev.vigil.reduction.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.Frames;
import dev.vigil.reduction.Imaging;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.masters.Masters;
import dev.vigil.reduction.pixels.DetectorImage;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class VarianceTest {
    private static final Size SIZE = new Size(64, 64);

    private static Detector detector(double gain, double readNoise) {
        return Detector.of(
                "main", 0, Amplifier.of(Section.whole(SIZE)).withGain(gain).withReadNoise(readNoise));
    }

    private static DetectorImage reduce(Detector detector, Masters masters, double seconds, float[] raw) {
        Duration exposure = Duration.ofMillis(Math.round(1000 * seconds));
        return Frames.run(Frames.value(Imaging.science(detector, masters, exposure, Set.of())), SIZE, raw);
    }

    /** The variance that a reduced image carries is the one that its pixels show. */
    @Property(tries = 30)
    void theUncertaintyIsTheScatter(
            @ForAll @DoubleRange(min = 0.3, max = 4) double gain,
            @ForAll @DoubleRange(min = 2, max = 12) double readNoise,
            @ForAll @DoubleRange(min = 50, max = 20_000) double electrons,
            @ForAll @DoubleRange(min = 0.5, max = 1.5) double response,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[] raw = new float[SIZE.pixels()];
        for (int i = 0; i < raw.length; i++) {
            double counted = electrons * response + Math.sqrt(electrons * response) * random.nextGaussian();
            raw[i] = (float) (1000 + (counted + readNoise * random.nextGaussian()) / gain);
        }
        Masters masters = Masters.NONE
                .with(Master.of("b", MasterKind.BIAS, Frames.flat(SIZE, 1000, 0)))
                .with(Master.of("f", MasterKind.FLAT, Frames.flat(SIZE, response, 0)));
        DetectorImage image = reduce(detector(gain, readNoise), masters, 1, raw);
        double predicted = Math.sqrt(Frames.mean(image.variance()));
        assertThat(Frames.deviation(image.science())).isCloseTo(predicted, within(0.06 * predicted));
        assertThat(Frames.mean(image.science())).isCloseTo(electrons, within(6 * predicted / 64));
    }

    /** No master can make a frame more certain, and a worse master makes it less so. */
    @Property(tries = 50)
    void mastersOnlyAddUncertainty(
            @ForAll @DoubleRange(min = 0, max = 100) double biasVariance,
            @ForAll @DoubleRange(min = 0, max = 0.1) double darkVariance,
            @ForAll @DoubleRange(min = 0, max = 0.01) double flatVariance) {
        float[] raw = Frames.noise(SIZE, 3000, 20, 5);
        DetectorImage perfect = reduce(detector(1, 5), masters(0, 0, 0), 10, raw);
        DetectorImage real = reduce(detector(1, 5), masters(biasVariance, darkVariance, flatVariance), 10, raw);
        for (int i = 0; i < raw.length; i += 97) {
            double signal = perfect.science()[i];
            double expected =
                    perfect.variance()[i] + biasVariance + 100 * darkVariance + signal * signal * flatVariance;
            assertThat((double) real.variance()[i]).isCloseTo(expected, within(1e-4 * expected));
        }
    }

    private static Masters masters(double bias, double dark, double flat) {
        return Masters.NONE
                .with(Master.of("b", MasterKind.BIAS, Frames.flat(SIZE, 1000, bias)))
                .with(Master.of("d", MasterKind.DARK, Frames.flat(SIZE, 0.1, dark)))
                .with(Master.of("f", MasterKind.FLAT, Frames.flat(SIZE, 1, flat)));
    }
}

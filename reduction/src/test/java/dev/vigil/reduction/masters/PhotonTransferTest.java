package dev.vigil.reduction.masters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.RawRows;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The gain of frames that were made with a known one. */
class PhotonTransferTest {
    private static final Size SIZE = new Size(512, 256);
    private static final double GAIN = 0.71;
    private static final double READ_NOISE = 6.5;

    /** Electrons by the root of their number, whole counts, pixels that respond differently, a lamp that is brighter on one side. */
    private static RawRows frame(double electrons, long seed) {
        Random random = new Random(seed);
        Random pixels = new Random(99);
        float[] counts = new float[SIZE.pixels()];
        for (int i = 0; i < counts.length; i++) {
            double mean = electrons * (1 + 0.02 * pixels.nextGaussian()) * (1 + 0.3 * (i % 512) / 512);
            double read = mean + Math.sqrt(mean + READ_NOISE * READ_NOISE) * random.nextGaussian();
            counts[i] = Math.round(1000 + read / GAIN);
        }
        counts[77 * 512 + 100] += seed % 2 == 0 ? 20_000 : 0;
        return RawRows.of(SIZE, counts);
    }

    private static Optional<PhotonTransfer.Gain> measured(Amplifier amplifier) {
        return PhotonTransfer.of(
                amplifier, new PhotonTransfer.Frames(frame(15_000, 1), frame(14_200, 2), frame(0, 3), frame(0, 4)));
    }

    @Test
    void gainAndReadNoiseComeOutOfTwoFlatsAndTwoBiases() {
        PhotonTransfer.Gain found =
                measured(Amplifier.of(Section.parse("[1:512,1:256]"))).orElseThrow();
        assertThat(found.squares()).isEqualTo(128);
        assertThat(found.gainError()).isBetween(0.001, 0.01);
        assertThat(found.gain()).isCloseTo(GAIN, within(4 * found.gainError()));
        assertThat(found.readNoise()).isCloseTo(READ_NOISE, within(0.1));
    }

    @Test
    void anAmplifierThatIsSaturatedOrTooSmallTellsNothing() {
        assertThat(measured(Amplifier.of(Section.parse("[1:512,1:256]")).withSaturation(5000)))
                .isEmpty();
        assertThat(measured(Amplifier.of(Section.parse("[1:64,1:64]")))).isEmpty();
    }
}

package dev.vigil.reduction.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.Frames;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Fringes;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.Recipe;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Fringes of known height are found and taken away, among stars and on a sloping sky. */
class SubtractFringesTest {
    private static final Size SIZE = new Size(300, 260);
    private static final double NOISE = 15;

    private static float[] pattern() {
        float[] pattern = new float[SIZE.pixels()];
        for (int i = 0; i < pattern.length; i++) {
            double x = i % 300;
            double y = i / 300;
            pattern[i] = (float) (0.05 * Math.sin((x + 0.4 * y + 0.0007 * x * y) / 6));
        }
        return pattern;
    }

    private static Master fringe(float[] pattern) {
        float[] variance = new float[SIZE.pixels()];
        Arrays.fill(variance, 1e-7f);
        return Master.of(
                "fringe_i.fits", MasterKind.FRINGE, new DetectorImage(SIZE, pattern, variance, new int[SIZE.pixels()]));
    }

    /** A sloping sky with stars and noise, and so many electrons times the pattern. */
    private static DetectorImage sky(double scale) {
        float[] light = Frames.noise(SIZE, 200, NOISE, 11);
        float[] pattern = pattern();
        for (int i = 0; i < light.length; i++) {
            light[i] += (float) (0.2 * (i % 300) + scale * pattern[i]);
        }
        for (int star = 0; star < 60; star++) {
            Frames.addStar(light, SIZE, 7 + star * 83 % 290, 5 + star * 57 % 250, 20_000.0 / (1 + star), 4);
        }
        DetectorImage image = new DetectorImage(SIZE, light, new float[light.length], new int[light.length]);
        Arrays.fill(image.variance(), (float) (NOISE * NOISE));
        return image;
    }

    @Test
    void fringesAreFoundAsBrightAsTheyAreAndGo() {
        DetectorImage image = sky(1000);
        DetectorImage without = sky(0);
        Fringes.Measured found = (Fringes.Measured) new SubtractFringes(fringe(pattern())).correct(image);
        // A straight line through 78,000 pixels of noise 15 about a pattern that scatters by 0.035.
        assertThat(found.error()).isCloseTo(NOISE / (0.0354 * Math.sqrt(78_000)), within(0.4));
        assertThat(found.scale()).isCloseTo(1000, within(4 * found.error()));
        assertThat(found.amplitude()).isCloseTo(35.4, within(0.5));
        assertThat(found.subtracted()).isTrue();
        for (int i = 0; i < SIZE.pixels(); i++) {
            assertThat(image.science()[i]).isCloseTo(without.science()[i], within(0.4f));
        }
    }

    @Test
    void theErrorOfTheScaleAndOfTheFringeFrameAreInTheVariance() {
        DetectorImage image = sky(1000);
        Fringes.Measured found = (Fringes.Measured) new SubtractFringes(fringe(pattern())).correct(image);
        double height = pattern()[1234];
        double expected =
                NOISE * NOISE + found.scale() * found.scale() * 1e-7 + found.error() * found.error() * height * height;
        assertThat((double) image.variance()[1234]).isCloseTo(expected, within(1e-3));
    }

    @Test
    void fringesThatAreNotThereChangeNothing() {
        DetectorImage image = sky(0);
        float[] before = image.science().clone();
        Fringes found = new SubtractFringes(fringe(pattern())).correct(image);
        assertThat(((Fringes.Measured) found).subtracted()).isFalse();
        assertThat(image.science()).containsExactly(before);
    }

    @Test
    void aFlatFringeFrameOrAnImageWithoutGoodPixelsSaysNothing() {
        assertThat(new SubtractFringes(fringe(new float[SIZE.pixels()])).correct(sky(0)))
                .isInstanceOf(Fringes.Unknown.class);
        DetectorImage bad = sky(1000);
        Arrays.fill(bad.mask(), MaskBit.SATURATED.value());
        assertThat(new SubtractFringes(fringe(pattern())).correct(bad)).isInstanceOf(Fringes.Unknown.class);
    }

    @Test
    void fringesGoAfterTheFlatAndBeforeAnythingIsMarked() {
        SubtractFringes step = new SubtractFringes(fringe(pattern()));
        Master flat = Master.of("f", MasterKind.FLAT, Frames.flat(SIZE, 1, 0));
        assertThatThrownBy(() -> Recipe.of("r", 1, step, new DivideFlat(flat))).hasMessageContaining("corrected");
        Failure failure = Frames.failure(Recipe.of("r", 1, step).reduce(RawRows.of(new Size(2, 2), new float[4])));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.MASTER_DOES_NOT_FIT);
    }
}

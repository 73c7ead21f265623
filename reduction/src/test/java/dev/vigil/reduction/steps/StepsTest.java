package dev.vigil.reduction.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.PixelStep;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.recipes.Step;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each step against what a person computes on paper. */
class StepsTest {
    private static final Size SIX = new Size(6, 1);
    private static final Size FOUR = new Size(4, 1);
    private static final Amplifier AMPLIFIER = Amplifier.of(Section.parse("[3:6,1:1]"))
            .withBiasSection(Section.parse("[1:2,1:1]"))
            .withGain(2)
            .withReadNoise(3)
            .withSaturation(60_000);
    private static final Detector DETECTOR = Detector.of("one", 0, AMPLIFIER);
    private static final Detector ASSEMBLED = DETECTOR.assembled();

    private static DetectorImage after(Step step, Size size, float... raw) {
        return Frames.run(Recipe.of("one-step", 1, step), size, raw);
    }

    @Test
    void rawCountsAtTheLimitAreSaturated() {
        DetectorImage image = after(new MaskSaturated(DETECTOR), SIX, 65_000, 0, 59_999, 60_000, 65_535, 1);
        assertThat(image.mask()).containsExactly(0, 0, 0, 4, 4, 0);
    }

    @Test
    void aRawPixelThatIsNoNumberHasNoData() {
        DetectorImage image = after(new MaskSaturated(DETECTOR), SIX, 0, 0, Float.NaN, 1, 2, 3);
        assertThat(image.mask()).containsExactly(0, 0, 16, 0, 0, 0);
    }

    @Test
    void everyRowLosesItsOwnOverscan() {
        Detector twoRows = Detector.of(
                "two", 0, Amplifier.of(Section.parse("[3:4,1:2]")).withBiasSection(Section.parse("[1:2,1:2]")));
        DetectorImage image =
                after(new SubtractOverscan(twoRows), new Size(4, 2), 100, 102, 201, 301, 110, 112, 211, 311);
        assertThat(image.science()).containsExactly(100, 102, 100, 200, 110, 112, 100, 200);
    }

    @Test
    void aCosmicRayInTheOverscanDoesNotMoveItsLevel() {
        Detector wide = Detector.of(
                "wide", 0, Amplifier.of(Section.parse("[6:6,1:1]")).withBiasSection(Section.parse("[1:5,1:1]")));
        DetectorImage image = after(new SubtractOverscan(wide), SIX, 100, 101, 30_000, 99, 100, 500);
        assertThat(image.science()[5]).isEqualTo(400);
    }

    @Test
    void aRowWithoutOverscanHasNoDataAndOneMissingPixelDoesNotMatter() {
        Detector two = Detector.of(
                "two", 0, Amplifier.of(Section.parse("[3:4,1:2]")).withBiasSection(Section.parse("[1:2,1:2]")));
        float none = Float.NaN;
        DetectorImage image = after(new SubtractOverscan(two), new Size(4, 2), none, none, 5, 6, none, 10, 15, 16);
        assertThat(image.mask()).containsExactly(0, 0, 16, 16, 0, 0, 0, 0);
        assertThat(image.science()[6]).isEqualTo(5);
    }

    @Test
    void theBiasBringsItsVarianceAndItsBadPixels() {
        DetectorImage bias = Frames.flat(FOUR, 10, 0.25);
        bias.mask()[2] = MaskBit.BAD.value();
        DetectorImage image = after(new SubtractBias(Master.of("b", MasterKind.BIAS, bias)), FOUR, 110, 111, 112, 113);
        assertThat(image.science()).containsExactly(100, 101, 102, 103);
        assertThat(image.variance()).containsOnly(0.25f);
        assertThat(image.mask()).containsExactly(0, 0, 1, 0);
    }

    @Test
    void gainMultipliesValuesOnceAndVariancesTwice() {
        DetectorImage bias = Frames.flat(FOUR, 0, 0.25);
        DetectorImage image = Frames.run(
                Recipe.of("r", 1, new SubtractBias(Master.of("b", MasterKind.BIAS, bias)), new ToElectrons(ASSEMBLED)),
                FOUR,
                100,
                101,
                102,
                -3);
        assertThat(image.science()).containsExactly(200, 202, 204, -6);
        assertThat(image.variance()).containsOnly(1f);
    }

    @Test
    void noiseIsThatOfTheSignalAndOfReadingButNeverOfANegativeSignal() {
        DetectorImage image = after(new PredictNoise(ASSEMBLED), FOUR, 100, 0, -50, 7);
        assertThat(image.variance()).containsExactly(109, 9, 9, 16);
    }

    @Test
    void theDarkCountsForTheWholeExposure() {
        Master dark = Master.of("d", MasterKind.DARK, Frames.flat(FOUR, 0.5, 0.01));
        DetectorImage image = after(new SubtractDark(dark, Duration.ofSeconds(10)), FOUR, 100, 5, 0, 1);
        assertThat(image.science()).containsExactly(95, 0, -5, -4);
        assertThat(image.variance()[0]).isCloseTo(1f, within(1e-5f));
    }

    @Test
    void theFlatDividesAndItsUncertaintyGrowsWithTheSignal() {
        Master flat = Master.of("f", MasterKind.FLAT, Frames.flat(FOUR, 0.5, 0.0001));
        DetectorImage image = after(new DivideFlat(flat), FOUR, 100, 0, -10, 1);
        assertThat(image.science()).containsExactly(200, 0, -20, 2);
        assertThat(image.variance()[0]).isCloseTo(200f * 200f * 0.0001f / 0.25f, within(1e-3f));
        assertThat(image.variance()[1]).isZero();
    }

    @Test
    void aPixelWithoutResponseHasNoData() {
        DetectorImage response = Frames.flat(FOUR, 1, 0);
        response.science()[1] = 0;
        response.science()[2] = Float.NaN;
        DetectorImage image =
                after(new DivideFlat(Master.of("f", MasterKind.FLAT, response)), FOUR, 100, 100, 100, 100);
        assertThat(image.mask()).containsExactly(0, 16, 16, 0);
        assertThat(image.science()).containsExactly(100, 100, 100, 100);
    }

    @Test
    void aWholeFrameComesOutAsOnPaper() {
        Masters masters = Masters.NONE
                .with(Master.of("b", MasterKind.BIAS, Frames.flat(FOUR, 4, 0)))
                .with(Master.of("d", MasterKind.DARK, Frames.flat(FOUR, 1, 0)))
                .with(Master.of("f", MasterKind.FLAT, Frames.flat(FOUR, 2, 0)));
        Recipe whole = Frames.value(Imaging.science(DETECTOR, masters, Duration.ofSeconds(6), Set.of()));
        // What needs the surroundings of a pixel has no say in six of them.
        List<Step> steps =
                whole.steps().stream().filter(PixelStep.class::isInstance).toList();
        Recipe recipe = new Recipe("pixels", 1, steps);
        DetectorImage image = Frames.run(recipe, SIX, 100, 100, 154, 104, 101, 65_000);
        // (154 - 100 - 4) x 2 = 100 electrons, less 6 of dark, halved; variance (100 + 9) / 4
        assertThat(image.science()[0]).isEqualTo(47);
        assertThat(image.variance()[0]).isEqualTo(27.25f);
        // (104 - 100 - 4) x 2 = 0, less 6, halved; variance 9 / 4
        assertThat(image.science()[1]).isEqualTo(-3);
        assertThat(image.variance()[1]).isEqualTo(2.25f);
        assertThat(image.mask()).containsExactly(0, 0, 0, 4);
    }

    @Test
    void aMasterIsUsedOnlyForWhatItIs() {
        Master flat = Master.of("f", MasterKind.FLAT, Frames.flat(FOUR, 1, 0));
        assertThatThrownBy(() -> new SubtractBias(flat)).hasMessageContaining("is a flat, not a bias");
    }

    @Test
    void aMasterOfAnotherSizeIsRefusedByName() {
        Master small = Master.of("7DT01/masters/bias/x/v1", MasterKind.BIAS, Frames.flat(new Size(2, 2), 1, 0));
        Failure failure =
                Frames.failure(Recipe.of("r", 1, new SubtractBias(small)).reduce(RawRows.of(FOUR, new float[4])));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.MASTER_DOES_NOT_FIT);
        assertThat(failure.reason())
                .contains("7DT01/masters/bias/x/v1")
                .contains("2 x 2")
                .contains("4 x 1");
    }

    @Test
    void sectionsBeyondTheImageAreRefused() {
        Failure failure = Frames.failure(Recipe.of("r", 1, new SubtractOverscan(DETECTOR), new Trim(DETECTOR))
                .reduce(RawRows.of(FOUR, new float[4])));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.SECTIONS_DO_NOT_FIT);
    }
}

package dev.vigil.reduction.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.Frames;
import dev.vigil.reduction.Imaging;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Leak;
import dev.vigil.reduction.detectors.Linearity;
import dev.vigil.reduction.detectors.Overscan;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.masters.Masters;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.recipes.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Overscan, crosstalk and linearity, each against the arithmetic that spoiled the pixels. */
class ElectronicsTest {
    private static final Size SIX = new Size(6, 1);

    private static Detector narrow(Overscan overscan, int rows) {
        Amplifier amplifier = Amplifier.of(Section.parse("[4:5,1:" + rows + "]"))
                .withBiasSection(Section.parse("[1:3,1:" + rows + "]"));
        return Detector.of("one", 0, amplifier).with(overscan);
    }

    private static DetectorImage after(Step step, Size size, float... raw) {
        return Frames.run(Recipe.of("one-step", 1, step), size, raw);
    }

    @Test
    void aRowLosesTheMedianOfItsOverscanWhereThatIsAskedFor() {
        DetectorImage image = after(
                new SubtractOverscan(narrow(Overscan.ROW_MEDIAN, 2)),
                new Size(5, 2),
                1,
                2,
                9,
                50,
                51,
                10,
                11,
                30_000,
                60,
                61);
        assertThat(image.science()).containsExactly(1, 2, 9, 48, 49, 10, 11, 30_000, 49, 50);
    }

    @Test
    void allRowsLoseOneLevelWhereThatIsAskedFor() {
        DetectorImage image = after(
                new SubtractOverscan(narrow(Overscan.MEDIAN, 3)),
                new Size(5, 3),
                10,
                10,
                10,
                50,
                51,
                12,
                12,
                12,
                60,
                61,
                17,
                17,
                17,
                70,
                71);
        assertThat(image.science()).containsExactly(10, 10, 10, 38, 39, 12, 12, 12, 48, 49, 17, 17, 17, 58, 59);
    }

    @Test
    void aFittedOverscanFollowsASlowDriftAndNotASingleRow() {
        int rows = 200;
        float[] raw = new float[5 * rows];
        double[] drift = new double[rows];
        for (int y = 0; y < rows; y++) {
            double x = y / 100.0 - 1;
            drift[y] = 1000 + 5 * x - 3 * x * x + 2 * x * x * x;
            for (int i = 0; i < 5; i++) {
                raw[5 * y + i] = (float) (drift[y] + (i < 3 ? 0 : 250) + (i < 3 && y == 77 ? 40 : 0));
            }
        }
        DetectorImage image = after(new SubtractOverscan(narrow(Overscan.FIT, rows)), new Size(5, rows), raw);
        for (int y = 0; y < rows; y++) {
            assertThat(image.science()[5 * y + 4]).isCloseTo(250f, within(0.01f));
        }
    }

    @Test
    void anOverscanThatIsNotToBeUsedIsOnlyCutOff() {
        Recipe recipe = Imaging.bias(narrow(Overscan.NONE, 1));
        assertThat(recipe.printed())
                .containsExactly("mask saturated pixels: limit unknown, none masked", "trim to [4:5,1:1]");
        assertThat(Frames.run(recipe, new Size(5, 1), 1, 2, 3, 50, 51).science())
                .containsExactly(50, 51);
    }

    @Test
    void aPolynomialUndoesTheCurveThatItDescribes() {
        // Counts that fall short of the light by a share that grows with it, found by halving.
        Linearity curve = new Linearity.Polynomial(List.of(1.0, 2e-6, 1e-12), 50_000);
        Detector bent =
                Detector.of("one", 0, Amplifier.of(Section.parse("[1:6,1:1]")).withLinearity(curve));
        float[] light = {0, 10, 1000, 20_000, 40_000, 50_000};
        float[] counts = new float[6];
        for (int i = 0; i < 6; i++) {
            counts[i] = (float) countsOf(light[i], curve);
        }
        DetectorImage image = after(new MakeLinear(bent), SIX, counts);
        for (int i = 0; i < 6; i++) {
            assertThat(image.science()[i]).isCloseTo(light[i], within(0.01f));
        }
        assertThat(image.mask()).containsOnly(0);
    }

    private static double countsOf(double light, Linearity curve) {
        double low = 0;
        double high = light;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            boolean below = middle + 2e-6 * middle * middle + 1e-12 * middle * middle * middle < light;
            low = below ? middle : low;
            high = below ? high : middle;
        }
        return low;
    }

    @Test
    void aTableIsReadBetweenItsPointsAndMarkedBeyondItsEnd() {
        Linearity table = new Linearity.Table(List.of(0.0, 100.0, 200.0), List.of(0.0, 110.0, 230.0));
        Detector bent =
                Detector.of("one", 0, Amplifier.of(Section.parse("[1:6,1:1]")).withLinearity(table));
        DetectorImage image = after(new MakeLinear(bent), SIX, -10, 0, 50, 100, 150, 250);
        assertThat(image.science()).containsExactly(-11, 0, 55, 110, 170, 290);
        assertThat(image.mask()).containsExactly(0, 0, 0, 0, 0, MaskBit.NON_LINEAR.value());
    }

    @Test
    void whatTheBiasLeftOfVarianceGrowsWithTheSlope() {
        Linearity table = new Linearity.Table(List.of(0.0, 100.0, 200.0), List.of(0.0, 100.0, 300.0));
        Detector bent =
                Detector.of("one", 0, Amplifier.of(Section.parse("[1:2,1:1]")).withLinearity(table));
        Master bias = Master.of("b", MasterKind.BIAS, Frames.flat(new Size(2, 1), 0, 0.5));
        Recipe recipe = Recipe.of("r", 1, new SubtractBias(bias), new MakeLinear(bent));
        assertThat(Frames.run(recipe, new Size(2, 1), 50, 150).variance()).containsExactly(0.5f, 2f);
    }

    @Test
    void aCurveThatDoesNotRiseIsRefused() {
        assertThatThrownBy(() -> new Linearity.Table(List.of(0.0, 100.0, 90.0), List.of(0.0, 1.0, 2.0)))
                .hasMessageContaining("rises");
        assertThatThrownBy(() -> new Linearity.Polynomial(List.of(), 1)).hasMessageContaining("coefficient");
    }

    @Test
    void ghostsBetweenAmplifiersOfOneImageGoEvenWhereTheyAreReadInOppositeDirections() {
        Amplifier left = Amplifier.of(Section.parse("[1:40,1:30]")).withBiasSection(Section.parse("[81:84,1:30]"));
        Amplifier right = Amplifier.of(Section.parse("[41:80,1:30]")).withBiasSection(Section.parse("[85:88,1:30]"));
        Size size = new Size(88, 30);
        float[] light = Frames.noise(size, 300, 50, 3);
        light[12 * 88 + 7] = 40_000;
        float[] raw = light.clone();
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                raw[y * 88 + 40 + 39 - x] += 0.002f * light[y * 88 + x];
            }
            for (int x = 0; x < 88; x++) {
                boolean ofLeft = x < 40 || x >= 80 && x < 84;
                raw[y * 88 + x] = (x >= 80 ? 0 : raw[y * 88 + x]) + (ofLeft ? 1000 : 1200);
            }
        }
        Detector detector = new Detector("one", 0, List.of(left, right))
                .withLeaks(List.of(new Leak(right, 0, left, 0.002, true, false, "A")));
        Recipe recipe =
                Recipe.of("r", 1, new SubtractOverscan(detector), new SubtractCrosstalk(detector), new Trim(detector));
        DetectorImage image = Frames.run(recipe, size, raw);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 80; x++) {
                assertThat(image.science()[y * 80 + x]).isCloseTo(light[y * 88 + x], within(0.01f));
            }
        }
    }

    @Test
    void aGhostFromAnotherHduIsTakenAwayWhereItWasReadAtTheSameTime() {
        Size size = new Size(10, 400);
        Amplifier amplifier = Amplifier.of(Section.parse("[1:8,1:400]")).withBiasSection(Section.parse("[9:10,1:400]"));
        float[] other = new float[size.pixels()];
        Random random = new Random(5);
        for (int i = 0; i < other.length; i++) {
            other[i] = i % 10 < 8 ? 500 + 1000 * random.nextFloat() : 500;
        }
        float[] raw = new float[size.pixels()];
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 10; x++) {
                float ghost = x < 8 ? 0.01f * (other[(399 - y) * 10 + x] - 500) : 0;
                raw[y * 10 + x] = 100 + (x < 8 ? y : 0) + ghost;
            }
        }
        Detector detector = Detector.of("C11", 2, amplifier)
                .withLeaks(List.of(new Leak(amplifier, 1, amplifier, 0.01, false, true, "C10")));
        Recipe recipe = Imaging.bias(detector);
        DetectorImage image =
                Frames.reduced(recipe, file(size, Map.of(1, other, 2, raw), 2)).image();
        for (int y = 0; y < 400; y++) {
            assertThat(image.science()[y * 8 + 3]).isCloseTo(y, within(0.001f));
        }
        assertThat(recipe.printed().get(2)).isEqualTo("subtract crosstalk: 0.01 of C10 mirrored in y in [1:8,1:400]");
    }

    private static RawRows file(Size size, Map<Integer, float[]> hdus, int hdu) {
        RawRows own = RawRows.of(size, hdus.get(hdu));
        return new RawRows() {
            @Override
            public Size size() {
                return size;
            }

            @Override
            public void read(int firstRow, int rows, float[] into) {
                own.read(firstRow, rows, into);
            }

            @Override
            public RawRows beside(int other) {
                return file(size, hdus, other);
            }
        };
    }

    @Test
    void theOrderIsThatOfTheSignalBackwards() {
        Amplifier amplifier = Amplifier.of(Section.parse("[3:6,1:1]"))
                .withBiasSection(Section.parse("[1:2,1:1]"))
                .withGain(2)
                .withReadNoise(3)
                .withSaturation(60_000)
                .withLinearity(new Linearity.Polynomial(List.of(1.0), 50_000));
        Detector detector = Detector.of("one", 0, amplifier)
                .withLeaks(List.of(new Leak(amplifier, 1, amplifier, 0.001, false, false, "two")));
        Masters masters = Masters.NONE
                .with(Master.of("b", MasterKind.BIAS, Frames.flat(new Size(4, 1), 4, 0)))
                .with(Master.of("d", MasterKind.DARK, Frames.flat(new Size(4, 1), 1, 0)))
                .with(Master.of("f", MasterKind.FLAT, Frames.flat(new Size(4, 1), 2, 0)));
        Recipe recipe = Frames.value(Imaging.science(detector, masters, Duration.ofSeconds(6), Set.of()));
        assertThat(recipe.printed().stream().map(line -> line.split("[ ,:]")[0] + " " + line.split("[ ,:]")[1]))
                .startsWith(
                        "mask saturated",
                        "subtract overscan",
                        "subtract crosstalk",
                        "trim to",
                        "subtract bias",
                        "make linear",
                        "multiply by",
                        "predict variance",
                        "subtract dark",
                        "divide by");
    }
}

package dev.vigil.reduction.masters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.Frames;
import dev.vigil.reduction.Imaging;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.masters.MasterBuilder.DetectorStack;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.Outcome;
import dev.vigil.reduction.recipes.Recipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MasterBuilderTest {
    private final List<MasterDetector> made = new ArrayList<>();

    private static final Size SIZE = new Size(96, 80);
    private static final Detector DETECTOR = Detector.of(
            "main",
            0,
            Amplifier.of(Section.whole(SIZE)).withGain(2).withReadNoise(6).withSaturation(60_000));

    private static final Master BIAS = Master.of("b", MasterKind.BIAS, Frames.flat(SIZE, 400, 0));

    private static StackInput input(String frame, float[] raw, Recipe recipe, double scale) {
        return new StackInput(frame, RawRows.of(SIZE, raw), recipe, scale);
    }

    private static List<StackInput> biases(int count) {
        List<StackInput> inputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            inputs.add(input("U/bias" + i, Frames.noise(SIZE, 400, 3, i), Imaging.bias(DETECTOR), 1));
        }
        return inputs;
    }

    private Outcome<BuiltMaster> build(MasterKind kind, List<StackInput> inputs) {
        return MasterBuilder.build(kind, List.of(new DetectorStack("main", inputs)), MasterRules.DEFAULT, detector -> {
            made.add(detector);
            return FinishedDetector.of(detector);
        });
    }

    private MasterDetector only(Outcome<BuiltMaster> outcome) {
        assertThat(Frames.value(outcome).detectors()).hasSize(1);
        return made.remove(0);
    }

    @Test
    void aBiasIsTheMeanOfItsFramesWithTheUncertaintyOfAMean() {
        MasterDetector bias = only(build(MasterKind.BIAS, biases(10)));
        assertThat(bias.quality().level()).isCloseTo(400, within(0.1));
        assertThat(bias.quality().uncertainty()).isCloseTo(3 / Math.sqrt(10), within(0.05));
        assertThat(bias.quality().scatter()).isCloseTo(3 / Math.sqrt(10), within(0.05));
        assertThat(bias.count()).contains(10);
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        List<StackInput> shuffled = biases(7);
        Collections.shuffle(shuffled, new Random(3));
        MasterDetector one = only(build(MasterKind.BIAS, biases(7)));
        MasterDetector other = only(build(MasterKind.BIAS, shuffled));
        assertThat(other.image().science()).isEqualTo(one.image().science());
        assertThat(other.image().variance()).isEqualTo(one.image().variance());
        assertThat(other.quality()).isEqualTo(one.quality());
    }

    @Test
    void cosmicRaysDoNotGetIntoAMaster() {
        List<StackInput> inputs = new ArrayList<>(biases(9));
        float[] hit = Frames.noise(SIZE, 400, 3, 99);
        hit[1234] += 3000;
        inputs.add(input("U/hit", hit, Imaging.bias(DETECTOR), 1));
        MasterDetector bias = only(build(MasterKind.BIAS, inputs));
        assertThat(bias.image().science()[1234]).isCloseTo(400f, within(5f));
        assertThat(bias.count()[1234]).isEqualTo(9);
    }

    @Test
    void aDarkIsInElectronsPerSecondAndItsHotPixelsAreBad() {
        Recipe recipe = Frames.value(Imaging.dark(DETECTOR, Masters.NONE.with(BIAS), Set.of(MasterKind.BIAS)));
        List<StackInput> inputs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            // 0.4 electrons a second for 100 s are 20 ADU above the bias.
            float[] raw = Frames.noise(SIZE, 420, 3, i);
            raw[500] += 4000;
            inputs.add(input("U/dark" + i, raw, recipe, 1 / 100.0));
        }
        MasterDetector dark = only(build(MasterKind.DARK, inputs));
        assertThat(dark.quality().level()).isCloseTo(0.4, within(0.005));
        assertThat(dark.image().mask()[500]).isEqualTo(MaskBit.BAD.value());
        assertThat(dark.quality().badPixels()).isEqualTo(1);
    }

    private static float[] flatField(double electrons, long seed) {
        float[] raw = new float[SIZE.pixels()];
        Random random = new Random(seed);
        for (int i = 0; i < raw.length; i++) {
            double expected = electrons * response(i);
            raw[i] = (float) (400 + (expected + Math.sqrt(expected + 36) * random.nextGaussian()) / 2);
        }
        return raw;
    }

    private static double response(int pixel) {
        int x = pixel % SIZE.width();
        return 0.9 + 0.2 * x / (SIZE.width() - 1);
    }

    private static List<StackInput> flats(double... electrons) {
        Recipe recipe = Frames.value(
                Imaging.flat(DETECTOR, Masters.NONE.with(BIAS), Duration.ofSeconds(2), Set.of(MasterKind.BIAS)));
        List<StackInput> inputs = new ArrayList<>();
        for (int i = 0; i < electrons.length; i++) {
            inputs.add(input("U/flat" + i, flatField(electrons[i], i), recipe, 1));
        }
        return inputs;
    }

    @Test
    void flatsOfDifferentLevelGiveTheResponseOfThePixels() {
        MasterDetector flat = only(build(MasterKind.FLAT, flats(20_000, 30_000, 45_000, 60_000, 25_000)));
        assertThat(flat.quality().level()).isCloseTo(1, within(0.003));
        double worst = 0;
        double squares = 0;
        for (int i = 0; i < SIZE.pixels(); i++) {
            double off = (flat.image().science()[i] - response(i))
                    / Math.sqrt(flat.image().variance()[i]);
            squares += off * off;
            worst = Math.max(worst, Math.abs(off));
        }
        assertThat(Math.sqrt(squares / SIZE.pixels())).isBetween(0.85, 1.15);
        assertThat(worst).isLessThan(8);
    }

    @Test
    void faintAndSaturatedFlatsAreLeftOutByName() {
        BuiltMaster flat = Frames.value(build(MasterKind.FLAT, flats(20_000, 100, 30_000, 25_000, 125_000)));
        assertThat(flat.frameIds()).containsExactly("U/flat0", "U/flat2", "U/flat3");
        assertThat(flat.leftOut()).containsOnlyKeys("U/flat1", "U/flat4");
        assertThat(flat.leftOut().get("U/flat1")).contains("below 500");
        assertThat(flat.leftOut().get("U/flat4")).contains("saturated");
    }

    @Test
    void tooFewFramesMakeNoMasterAndTheReasonNamesThem() {
        Failure failure = Frames.failure(build(MasterKind.FLAT, flats(20_000, 100, 30_000)));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.TOO_FEW_INPUTS);
        assertThat(failure.reason()).contains("Only 2 of the 3 flat frames").contains("U/flat1");
    }

    @Test
    void framesOfDifferentSizeDoNotGoIntoOneMaster() {
        List<StackInput> inputs = new ArrayList<>(biases(4));
        Size other = new Size(96, 81);
        inputs.add(new StackInput("U/other", RawRows.of(other, new float[other.pixels()]), Imaging.bias(DETECTOR), 1));
        Failure failure = Frames.failure(build(MasterKind.BIAS, inputs));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INPUTS_DISAGREE);
        assertThat(failure.reason()).contains("U/other").contains("96 x 81");
    }
}

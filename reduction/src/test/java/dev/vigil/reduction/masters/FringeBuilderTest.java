package dev.vigil.reduction.masters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.reduction.Frames;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Fringes;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.steps.SubtractFringes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fringes are told from the stars of different fields, and from skies that slope. */
class FringeBuilderTest {
    private static final Size SIZE = new Size(300, 280);

    private static double height(int x, int y) {
        return 0.04 * Math.sin((x + 0.3 * y) / 5) + 0.02 * Math.sin((y - 0.2 * x) / 8);
    }

    /** A field with a sky of its own, stars where only it has them, and a cosmic ray that its mask knows. */
    private static FringeInput field(int number, double sky) {
        float[] light = Frames.noise(SIZE, 0, Math.sqrt(sky + 25), number);
        for (int i = 0; i < light.length; i++) {
            int x = i % 300;
            int y = i / 300;
            light[i] += (float) (sky * (1 + height(x, y)) + 0.1 * x * number / 8);
        }
        Random random = new Random(number);
        for (int star = 0; star < 70; star++) {
            Frames.addStar(
                    light,
                    SIZE,
                    5 + 290 * random.nextDouble(),
                    5 + 270 * random.nextDouble(),
                    100_000 * Math.pow(random.nextDouble(), 4),
                    4);
        }
        float[] mask = new float[SIZE.pixels()];
        light[70 * 300 + 100] = 1e7f;
        mask[70 * 300 + 100] = MaskBit.COSMIC_RAY.value();
        return new FringeInput("frame " + number, RawRows.of(SIZE, light), RawRows.of(SIZE, mask));
    }

    private static List<FringeInput> fields(int count) {
        List<FringeInput> fields = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            fields.add(field(number, 900 + 40 * number));
        }
        return fields;
    }

    private static MasterRules atLeast(int frames) {
        return MasterRules.DEFAULT.withFewestFrames(frames);
    }

    @Test
    void whatAllSkiesHaveInCommonIsThePattern() {
        FringeBuilder.Built built = Frames.value(FringeBuilder.build("one", fields(10), atLeast(5)));
        float[] found = built.detector().image().science();
        double squares = 0;
        double product = 0;
        double power = 0;
        for (int i = 0; i < found.length; i++) {
            double truth = height(i % 300, i / 300);
            if (built.detector().image().mask()[i] == 0) {
                squares += (found[i] - truth) * (found[i] - truth);
                product += found[i] * truth;
                power += truth * truth;
            }
        }
        // Ten skies of 1100 electrons with a noise of 34 tell a pixel to 0.0097.
        assertThat(Math.sqrt(squares / found.length)).isCloseTo(0.0097, within(0.002));
        assertThat(product / power).isCloseTo(1, within(0.03));
        assertThat(built.frames()).hasSize(10);
        assertThat(built.leftOut()).isEmpty();
        assertThat(built.detector().image().mask()[70 * 300 + 100]).isEqualTo(MaskBit.BAD.value());
    }

    @Test
    void aFrameThatIsMadeSoUndoesAnothersFringes() {
        DetectorImage pattern = Frames.value(FringeBuilder.build("one", fields(10), atLeast(5)))
                .detector()
                .image();
        FringeInput other = field(20, 1500);
        float[] light = new float[SIZE.pixels()];
        other.light().read(0, SIZE.height(), light);
        DetectorImage image = new DetectorImage(SIZE, light, new float[light.length], new int[light.length]);
        Fringes.Measured found =
                (Fringes.Measured) new SubtractFringes(Master.of("f", MasterKind.FRINGE, pattern)).correct(image);
        assertThat(found.subtracted()).isTrue();
        // The noise of the fringe frame, a third of its pattern, would make the line flatter by nine in a hundred.
        assertThat(found.scale()).isCloseTo(1500, within(70.0));
    }

    @Test
    void framesWithoutSkyAreLeftOutByNameAndTooFewMakeNothing() {
        List<FringeInput> fields = new ArrayList<>(fields(5));
        fields.add(field(9, 10));
        FringeBuilder.Built built = Frames.value(FringeBuilder.build("one", fields, atLeast(5)));
        assertThat(built.leftOut()).containsOnlyKeys("frame 9");
        assertThat(Frames.failure(FringeBuilder.build("one", fields, atLeast(6)))
                        .toString())
                .contains("Only 5 of the 6 frames of detector one have enough sky");
    }

    @Test
    void theOrderOfTheFramesChangesNothing() {
        List<FringeInput> fields = fields(5);
        List<FringeInput> reversed = new ArrayList<>(fields);
        Collections.reverse(reversed);
        float[] one = Frames.value(FringeBuilder.build("one", fields, atLeast(3)))
                .detector()
                .image()
                .science();
        float[] other = Frames.value(FringeBuilder.build("one", reversed, atLeast(3)))
                .detector()
                .image()
                .science();
        assertThat(other).containsExactly(one);
    }
}

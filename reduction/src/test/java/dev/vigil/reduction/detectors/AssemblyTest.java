package dev.vigil.reduction.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.reduction.Frames;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.steps.Trim;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssemblyTest {
    /** Two amplifiers with their overscan between them, and a row of nothing between the upper and the lower half. */
    private static final Detector FOUR = new Detector(
            "four",
            0,
            List.of(
                    Amplifier.of(Section.parse("[1:3,1:2]")),
                    Amplifier.of(Section.parse("[6:8,1:2]")),
                    Amplifier.of(Section.parse("[1:3,4:5]")),
                    Amplifier.of(Section.parse("[6:8,4:5]"))));

    @Test
    void whatNoAmplifierCoversIsTakenOut() {
        assertThat(FOUR.assembledSize()).isEqualTo(new Size(6, 4));
    }

    @Test
    void dataSectionsAreMovedTogetherInTheirOrder() {
        assertThat(FOUR.assembled().amplifiers().stream()
                        .map(amplifier -> amplifier.dataSection().toString()))
                .containsExactly("[1:3,1:2]", "[4:6,1:2]", "[1:3,3:4]", "[4:6,3:4]");
    }

    @Test
    void everyPixelEndsWhereItsAmplifierEnds() {
        float[] raw = new float[8 * 5];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = i;
        }
        DetectorImage image = Frames.run(Recipe.of("trim", 1, new Trim(FOUR)), new Size(8, 5), raw);
        assertThat(image.science())
                .containsExactly(
                        0, 1, 2, 5, 6, 7, //
                        8, 9, 10, 13, 14, 15, //
                        24, 25, 26, 29, 30, 31, //
                        32, 33, 34, 37, 38, 39);
    }
}

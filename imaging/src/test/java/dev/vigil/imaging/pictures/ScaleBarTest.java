package dev.vigil.imaging.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.imaging.Image;
import dev.vigil.imaging.Samples;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScaleBarTest {
    @Test
    void theBarIsARoundLengthOfLessThanAThirdOfThePicture() {
        assertThat(ScaleBar.lengthFor(1000, 0.5)).isEqualTo(120);
        assertThat(ScaleBar.lengthFor(1000, 4)).isEqualTo(1200);
        assertThat(ScaleBar.lengthFor(100, 0.001)).isZero();
    }

    @Test
    void itsLengthIsAPlainNumberOfSecondsMinutesOrDegrees() {
        assertThat(ScaleBar.label(0.5)).isEqualTo("0.5\"");
        assertThat(ScaleBar.label(30)).isEqualTo("30\"");
        assertThat(ScaleBar.label(1200)).isEqualTo("20'");
        assertThat(ScaleBar.label(7200)).isEqualTo("2o");
    }

    @Test
    void everyLabelCanBeWritten() {
        for (int width = 100; width < 4000; width += 50) {
            for (double scale = 1e-3; scale < 1000; scale *= 1.5) {
                ScaleBar.draw(new Canvas(width, 100, new byte[width * 100]), scale);
            }
        }
    }

    @Test
    void theBarIsAsLongAsItSaysAndOnlyDrawnWhereTheScaleIsKnown() {
        byte[] greys = new byte[400 * 400];
        ScaleBar.draw(new Canvas(400, 400, greys), 1);
        int lit = 0;
        for (int x = 0; x < 400; x++) {
            lit += greys[390 * 400 + x] != 0 ? 1 : 0;
        }
        assertThat(lit).isEqualTo(120);
        Image sky = Samples.noise(400, 400, 1);
        assertThat(Preview.of(sky, 400).png(OptionalDouble.of(1)))
                .isNotEqualTo(Preview.of(sky, 400).png());
    }
}

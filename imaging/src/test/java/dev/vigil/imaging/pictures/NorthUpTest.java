package dev.vigil.imaging.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.Samples;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NorthUpTest {
    private static final double PIXEL = 1.0 / 3600;

    /** An image of a sky that is turned by an angle, mirrored or not: east lies left of north, or right of it. */
    private static Header header(double degrees, boolean mirrored) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double east = mirrored ? PIXEL : -PIXEL;
        return Header.builder()
                .put("CTYPE1", "RA---TAN", "")
                .put("CTYPE2", "DEC--TAN", "")
                .put("CD1_1", east * cos, "")
                .put("CD1_2", east * sin, "")
                .put("CD2_1", -PIXEL * sin, "")
                .put("CD2_2", PIXEL * cos, "")
                .build();
    }

    @Test
    void anImageThatHasNorthUpStaysAsItIs() {
        Image image = Samples.noise(40, 30, 1);
        Image turned = NorthUp.turn(image, SkyAxes.of(header(0, false)).orElseThrow());
        assertThat(turned.width()).isEqualTo(40);
        assertThat(turned.height()).isEqualTo(30);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                assertThat(turned.at(x, y)).isCloseTo(image.at(x, y), within(0.01f));
            }
        }
    }

    @Property(tries = 50)
    void aStarInTheNorthIsUpAndOneInTheEastIsLeftHoweverTheCameraIsTurned(
            @ForAll @DoubleRange(min = -180, max = 180) double degrees, @ForAll boolean mirrored) {
        SkyAxes axes = SkyAxes.of(header(degrees, mirrored)).orElseThrow();
        Image image = Image.blank(101, 101);
        star(image, axes, 0, 30);
        Image north = NorthUp.turn(image, axes);
        assertThat(brightest(north)[1]).isGreaterThan(north.height() / 2.0 + 20);
        assertThat(brightest(north)[0]).isCloseTo(north.width() / 2.0, within(3.0));
        Image other = Image.blank(101, 101);
        star(other, axes, 30, 0);
        Image east = NorthUp.turn(other, axes);
        assertThat(brightest(east)[0]).isLessThan(east.width() / 2.0 - 20);
        assertThat(brightest(east)[1]).isCloseTo(east.height() / 2.0, within(3.0));
    }

    /** So many pixels to the east and north of the middle. */
    private static void star(Image image, SkyAxes axes, double east, double north) {
        int x = (int) Math.round(50 + axes.right(east, north));
        int y = (int) Math.round(50 + axes.up(east, north));
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                image.pixels()[(y + dy) * 101 + x + dx] = dx == 0 && dy == 0 ? 100 : 60;
            }
        }
    }

    private static double[] brightest(Image image) {
        int best = 0;
        for (int i = 0; i < image.pixels().length; i++) {
            if (!(image.pixels()[i] <= image.pixels()[best]) && Float.isFinite(image.pixels()[i])) {
                best = i;
            }
        }
        return new double[] {best % image.width() + 0.5, best / image.width() + 0.5};
    }

    @Test
    void theScaleIsThatOfTheMatrixAndOfTheOlderCards() {
        assertThat(SkyAxes.of(header(33, false)).orElseThrow().arcsecondsPerPixel())
                .isCloseTo(1, within(1e-9));
        Header old = Header.builder()
                .put("CTYPE1", "RA---TAN", "")
                .put("CTYPE2", "DEC--TAN", "")
                .put("CDELT1", -2 * PIXEL, "")
                .put("CDELT2", 2 * PIXEL, "")
                .put("CROTA2", 90.0, "")
                .build();
        assertThat(SkyAxes.of(old).orElseThrow().arcsecondsPerPixel()).isCloseTo(2, within(1e-9));
        assertThat(SkyAxes.of(old).orElseThrow().up(1, 0)).isCloseTo(-1, within(1e-9));
    }

    @Test
    void withoutCoordinatesOnTheSkyThereIsNoNorth() {
        assertThat(SkyAxes.of(Header.EMPTY)).isEmpty();
        assertThat(SkyAxes.of(
                        header(0, false).toBuilder().put("CTYPE1", "LINEAR", "").build()))
                .isEqualTo(Optional.empty());
        assertThat(SkyAxes.of(header(0, false).toBuilder()
                        .put("CD1_1", 0.0, "")
                        .put("CD1_2", 0.0, "")
                        .build()))
                .isEmpty();
    }

    @Test
    void aPictureWithNorthUpHasItsArrows() throws Exception {
        Image image = Image.blank(200, 200);
        SkyAxes axes = SkyAxes.of(header(45, false)).orElseThrow();
        byte[] png = Preview.of(image, 200).northUp(axes).png(Stretch.LINEAR, OptionalDouble.of(1));
        var picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(picture.getWidth()).isEqualTo(284);
        assertThat(picture.getRaster().getSample(picture.getWidth() - 8, picture.getHeight() - 18, 0))
                .as("the arrow to the north")
                .isEqualTo(255);
        assertThat(picture.getRaster().getSample(picture.getWidth() - 18, picture.getHeight() - 8, 0))
                .as("the arrow to the east")
                .isEqualTo(255);
    }

    @Test
    void eachStretchHasAnotherPictureAndIsFoundByItsWord() {
        Image image = Samples.noise(100, 100, 1);
        image.pixels()[5050] = 60000;
        Preview preview = Preview.of(image, 100);
        assertThat(preview.png(Stretch.LINEAR, OptionalDouble.empty()))
                .isNotEqualTo(preview.png(Stretch.WIDE, OptionalDouble.empty()))
                .isNotEqualTo(preview.png(Stretch.ASINH, OptionalDouble.empty()));
        assertThat(Stretch.of("wide")).contains(Stretch.WIDE);
        assertThat(Stretch.of("loud")).isEmpty();
    }
}

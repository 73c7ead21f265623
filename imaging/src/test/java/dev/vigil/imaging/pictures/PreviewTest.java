package dev.vigil.imaging.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.ImageReader;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import dev.vigil.imaging.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
    private static BufferedImage decoded(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int grey(BufferedImage image, int x, int y) {
        return image.getRaster().getSample(x, y, 0);
    }

    @Test
    void aLargeImageIsMadeSmallEnough() throws Exception {
        BufferedImage picture = decoded(Preview.png(Samples.noise(1300, 700, 1)));
        assertThat(picture.getWidth()).isEqualTo(434);
        assertThat(picture.getHeight()).isEqualTo(234);
    }

    @Test
    void aSmallImageKeepsItsSize() throws Exception {
        BufferedImage picture = decoded(Preview.png(Samples.noise(31, 17, 1)));
        assertThat(picture.getWidth()).isEqualTo(31);
        assertThat(picture.getHeight()).isEqualTo(17);
    }

    @Test
    void theLastRowIsOnTop() throws Exception {
        Image image = Samples.noise(100, 100, 1);
        Arrays.fill(image.pixels(), 9000, 10000, 5000);
        Arrays.fill(image.pixels(), 0, 1000, 0);
        BufferedImage picture = decoded(Preview.png(image));
        assertThat(grey(picture, 50, 2)).isEqualTo(255);
        assertThat(grey(picture, 50, 97)).isZero();
    }

    @Test
    void aFileIsDrawnByAFewRowsAtATimeAsIfItWereReadWhole(@TempDir Path folder) throws Exception {
        Image image = Samples.noise(1300, 1001, 1);
        Path file = folder.resolve("a.fits");
        try (OutputStream out = Files.newOutputStream(file)) {
            FitsWriter.write(out, List.of(OutputHdu.image(Header.EMPTY, image, PixelType.FLOAT_32)));
        }
        try (ImageReader reader = ImageReader.open(file)) {
            assertThat(Preview.of(reader, 0, 300).png())
                    .isEqualTo(Preview.of(image, 300).png());
        }
    }

    @Test
    void theSameImageGivesTheSameBytes() {
        assertThat(Preview.png(Samples.noise(600, 600, 1))).isEqualTo(Preview.png(Samples.noise(600, 600, 1)));
    }

    @Test
    void whatIsNotANumberIsBlackAndDisturbsNothing() throws Exception {
        Image image = Samples.noise(100, 100, 1);
        image.pixels()[0] = Float.NaN;
        image.pixels()[1] = Float.POSITIVE_INFINITY;
        BufferedImage picture = decoded(Preview.png(image));
        assertThat(grey(picture, 0, 99)).isZero();
        assertThat(grey(picture, 50, 50)).isPositive();
    }

    @Test
    void flatAndEmptyImagesHaveAPictureToo() throws Exception {
        assertThat(decoded(Preview.png(Image.blank(64, 64)))).isNotNull();
        Image nothing = Image.blank(8, 8);
        Arrays.fill(nothing.pixels(), Float.NaN);
        assertThat(decoded(Preview.png(nothing))).isNotNull();
        assertThat(decoded(Preview.png(Image.blank(1, 1)))).isNotNull();
    }

    @Test
    void brightStarsDoNotHideTheSky() {
        Image image = Samples.noise(200, 200, 1);
        image.pixels()[777] = 60000;
        image.pixels()[7777] = 60000;
        ZScale limits = ZScale.of(image);
        assertThat(limits.low()).isBetween(900f, 1010f);
        assertThat(limits.high()).isBetween(1190f, 1400f);
    }
}

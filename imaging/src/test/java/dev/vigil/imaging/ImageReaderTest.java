package dev.vigil.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageReaderTest {
    @TempDir
    Path folder;

    private float[] pixels(ByteBuffer stored, String bitpix, String... more) throws Exception {
        String[] cards = {
            "SIMPLE  = T", "BITPIX  = " + bitpix, "NAXIS   = 2", "NAXIS1  = 2", "NAXIS2  = 1",
        };
        String[] all = Arrays.copyOf(cards, cards.length + more.length);
        System.arraycopy(more, 0, all, cards.length, more.length);
        Path file = folder.resolve("hand" + bitpix + more.length + ".fits");
        Files.write(file, Samples.byHand(stored.array(), all));
        try (ImageReader reader = ImageReader.open(file)) {
            return reader.read(0).pixels();
        }
    }

    @Test
    void bytesAreUnsigned() throws Exception {
        assertThat(pixels(ByteBuffer.wrap(new byte[] {1, (byte) 200}), "8")).containsExactly(1, 200);
    }

    @Test
    void unsignedShortsHaveTheirZeroPoint() throws Exception {
        ByteBuffer stored = ByteBuffer.allocate(4).putShort(Short.MIN_VALUE).putShort(Short.MAX_VALUE);
        assertThat(pixels(stored, "16", "BZERO   = 32768", "BSCALE  = 1")).containsExactly(0, 65535);
    }

    @Test
    void scaleAndBlankAreHonoured() throws Exception {
        ByteBuffer stored = ByteBuffer.allocate(4).putShort((short) 10).putShort((short) -1);
        assertThat(pixels(stored, "16", "BZERO   = 0.5", "BSCALE  = 2.0", "BLANK   = -1"))
                .containsExactly(20.5f, Float.NaN);
    }

    @Test
    void everyOtherKindOfNumberIsRead() throws Exception {
        assertThat(pixels(ByteBuffer.allocate(8).putInt(-7).putInt(1 << 20), "32"))
                .containsExactly(-7, 1 << 20);
        assertThat(pixels(ByteBuffer.allocate(16).putLong(-7).putLong(9), "64")).containsExactly(-7, 9);
        assertThat(pixels(ByteBuffer.allocate(8).putFloat(1.5f).putFloat(Float.NaN), "-32"))
                .containsExactly(1.5f, Float.NaN);
        assertThat(pixels(ByteBuffer.allocate(16).putDouble(1.5).putDouble(-2), "-64"))
                .containsExactly(1.5f, -2f);
    }

    @Test
    void someRowsAreThoseRowsOfTheWhole() throws Exception {
        Path file = folder.resolve("rows.fits");
        Image image = Samples.noise(700, 500, 3);
        FitsWriter.write(file, List.of(OutputHdu.image(Header.EMPTY, image, PixelType.FLOAT_32)));
        try (ImageReader reader = ImageReader.open(file)) {
            Image rows = reader.readRows(0, 123, 200);
            assertThat(rows.height()).isEqualTo(200);
            assertThat(rows.pixels()).isEqualTo(Arrays.copyOfRange(image.pixels(), 123 * 700, 323 * 700));
            assertThatThrownBy(() -> reader.readRows(0, 400, 101)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aGzippedImageIsReadAndNothingIsLeftBehind() throws Exception {
        Path file = Samples.file(folder, "a.fits.gz", Samples.gzip(Samples.bytes(List.of(Samples.frame(60, 50)))));
        try (ImageReader reader = ImageReader.open(file)) {
            assertThat(reader.read(0).pixels())
                    .isEqualTo(Samples.noise(60, 50, 1).pixels());
        }
    }

    @Test
    void aTileCompressedImageHasTheSamePixels() throws Exception {
        FitsWriter.write(folder.resolve("a.fits"), List.of(Samples.frame(160, 150)));
        Tool.FPACK.run(folder, "a.fits");
        try (ImageReader reader = ImageReader.open(folder.resolve("a.fits.fz"))) {
            Hdu hdu = reader.file().firstImage().orElseThrow();
            assertThat(hdu.isTileCompressed()).isTrue();
            assertThat(hdu.width()).isEqualTo(160);
            float[] expected = Samples.noise(160, 150, 1).pixels();
            assertThat(reader.read(hdu.index()).pixels()).isEqualTo(expected);
            assertThat(reader.readRows(hdu.index(), 20, 3).pixels())
                    .isEqualTo(Arrays.copyOfRange(expected, 20 * 160, 23 * 160));
        }
    }

    @Test
    void dataThatEndTooSoonAreNamed() throws Exception {
        byte[] bytes = Samples.bytes(List.of(Samples.frame(100, 80)));
        Path cut = Samples.file(folder, "cut.fits", Arrays.copyOf(bytes, 4000));
        try (ImageReader reader = ImageReader.open(cut)) {
            assertThatThrownBy(() -> reader.read(0))
                    .isInstanceOf(BadFitsException.class)
                    .hasMessageContaining("ends within the data of HDU 0");
        }
    }

    @Test
    void anHduWithoutAnImageIsNamed() throws Exception {
        Path file = Samples.file(folder, "m.fits", Samples.bytes(Samples.mosaic(1)));
        try (ImageReader reader = ImageReader.open(file)) {
            assertThatThrownBy(() -> reader.read(0)).hasMessage("HDU 0 holds no image");
            assertThatThrownBy(() -> reader.read(9)).hasMessageContaining("there is no HDU 9");
        }
    }

    @Test
    void aCubeIsNotTakenForAnImage() throws Exception {
        byte[] cube = Samples.byHand(
                new byte[24], "SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 3", "NAXIS1  = 2", "NAXIS2  = 3", "NAXIS3  = 4");
        try (ImageReader reader = ImageReader.open(Samples.file(folder, "cube.fits", cube))) {
            assertThatThrownBy(() -> reader.read(0)).hasMessageContaining("cube of 4 planes");
        }
    }
}

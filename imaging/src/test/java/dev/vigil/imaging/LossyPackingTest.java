package dev.vigil.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossyPackingTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private static final float NOISE = 40;
    private static final float MOST = 65535;
    private static final Loss LOSS = new Loss(4, "3f".repeat(32));

    @TempDir
    Path folder;

    /** A raw frame of a sky with stars, of which the brightest bleed at the converter's end. */
    private static Image sky(double noise) {
        Random random = new Random(5);
        Image image = Image.blank(WIDTH, HEIGHT);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = (float) Math.rint(1500 + 0.2 * (i % WIDTH) + noise * random.nextGaussian());
        }
        for (int star = 0; star < 60; star++) {
            int at = random.nextInt(image.pixels().length - 4);
            image.pixels()[at] = MOST;
            image.pixels()[at + 1] = MOST - 1;
            image.pixels()[at + 2] = MOST - 4;
            image.pixels()[at + 3] = 0;
        }
        return image;
    }

    private Path plain(OutputHdu... hdus) throws Exception {
        Path file = folder.resolve("frame.fits");
        Files.deleteIfExists(file);
        FitsWriter.write(file, List.of(hdus));
        return file;
    }

    private Path packed(Path plain, Loss loss) throws Exception {
        Path packed = folder.resolve("lossy.fits.fz");
        Files.deleteIfExists(packed);
        assertThat(TileCompression.packWithLoss(plain, packed, loss)).isInstanceOf(Packing.Packed.class);
        return packed;
    }

    private Path packedSky() throws Exception {
        return packed(plain(OutputHdu.image(Samples.OBJECT, sky(NOISE), PixelType.UNSIGNED_16)), LOSS);
    }

    private static float[] pixels(Path file, int hdu) throws Exception {
        try (ImageReader reader = ImageReader.open(file)) {
            return reader.read(hdu).pixels();
        }
    }

    @Test
    void pixelsComeBackWithinStepsOfTheirNoiseAndMeansStay() throws Exception {
        float[] back = pixels(packedSky(), 1);
        float[] exact = sky(NOISE).pixels();
        double step = NOISE / 4;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < back.length; i++) {
            double difference = back[i] - exact[i];
            sum += difference;
            squares += difference * difference;
            assertThat(Math.abs(difference)).isLessThan(1.2 * step);
        }
        assertThat(Math.sqrt(squares / back.length)).isCloseTo(step / Math.sqrt(12), within(0.05 * step));
        assertThat(sum / back.length).isCloseTo(0, within(0.01 * step));
    }

    @Test
    void whatIsSaturatedIsStillSaturatedAndNothingElseIs() throws Exception {
        float[] back = pixels(packedSky(), 1);
        float[] exact = sky(NOISE).pixels();
        for (int i = 0; i < back.length; i++) {
            assertThat(back[i] >= MOST).as("pixel %s", i).isEqualTo(exact[i] >= MOST);
            assertThat(back[i] == 0).as("pixel %s", i).isEqualTo(exact[i] == 0);
        }
    }

    @Test
    void itIsMuchSmallerThanWithoutLoss() throws Exception {
        Path lossy = packedSky();
        Path exact = folder.resolve("exact.fz");
        TileCompression.pack(folder.resolve("frame.fits"), exact);
        assertThat(Files.size(lossy)).isLessThan(Files.size(exact) * 7 / 10);
    }

    @Test
    void itsHeaderSaysWhatIsLostAndWhereTheExactFileIsAlsoWhenUnpacked() throws Exception {
        Path lossy = packedSky();
        assertThat(Loss.of(FitsFile.read(lossy))).contains(LOSS);
        Path back = folder.resolve("back.fits");
        Unpack.toPlain(lossy, back);
        FitsFile unpacked = FitsFile.read(back);
        Header header = unpacked.hdus().get(0).header();
        assertThat(Loss.of(unpacked)).contains(LOSS);
        assertThat(header.integer("BITPIX")).hasValue(-32);
        assertThat(header.has("BZERO")).isFalse();
        assertThat(header.text("OBJECT")).contains("NGC 1365");
        assertThat(header.comments()).anyMatch(line -> line.startsWith("Kept with loss"));
        assertThat(Completeness.judge(back)).isInstanceOf(Completeness.Complete.class);
        assertThat(pixels(back, 0)).containsExactly(pixels(lossy, 1));
    }

    @Test
    void anExactFileSaysNothingOfALoss() throws Exception {
        assertThat(Loss.of(FitsFile.read(plain(Samples.frame(200, 100))))).isEmpty();
        assertThatThrownBy(() -> new Loss(1, LOSS.original())).hasMessageContaining("1 steps");
        assertThatThrownBy(() -> new Loss(4, "abc")).hasMessageContaining("abc");
    }

    @Test
    void otherHdusStayAsTheyAre() throws Exception {
        int[] mask = new int[WIDTH * HEIGHT];
        mask[77] = 3;
        Path plain = plain(
                OutputHdu.image(Samples.OBJECT, sky(NOISE), PixelType.UNSIGNED_16),
                OutputHdu.integers(
                        Header.builder().put("EXTNAME", "MASK", "").build(), WIDTH, HEIGHT, mask, PixelType.INT_8),
                OutputHdu.table(
                        Header.builder().put("EXTNAME", "GUIDE", "").build(),
                        List.of(OutputHdu.Column.longs("COUNT", "", 1, 2, 3))));
        Path lossy = packed(plain, LOSS);
        assertThat(pixels(lossy, 2)).containsExactly(pixels(plain, 1));
        byte[] made = Files.readAllBytes(lossy);
        byte[] given = Files.readAllBytes(plain);
        Hdu mine = FitsFile.read(lossy).hdus().get(3);
        Hdu its = FitsFile.read(plain).hdus().get(2);
        assertThat(java.util.Arrays.copyOfRange(made, (int) mine.dataOffset(), (int) mine.end()))
                .isEqualTo(java.util.Arrays.copyOfRange(given, (int) its.dataOffset(), (int) its.end()));
    }

    @Test
    void whereALossSavesLittleThereIsNone() throws Exception {
        Path plain = plain(OutputHdu.image(Samples.OBJECT, sky(0.8), PixelType.UNSIGNED_16));
        Path lossy = folder.resolve("never.fz");
        assertThat(TileCompression.packWithLoss(plain, lossy, LOSS))
                .isInstanceOfSatisfying(
                        Packing.Refused.class,
                        refused -> assertThat(refused.why()).contains("not worth it"));
        assertThat(lossy).doesNotExist();
    }

    @Test
    void whatHasBeenPackedOnceIsNotPackedAgain() throws Exception {
        Path lossy = packedSky();
        assertThat(TileCompression.packWithLoss(lossy, folder.resolve("twice.fz"), LOSS))
                .isEqualTo(new Packing.Refused("the file is tile-compressed already"));
    }

    @Test
    void theSameFileIsPackedIntoTheSameBytesAndFloatsAreToo() throws Exception {
        Image floats = sky(NOISE);
        floats.pixels()[13] = Float.NaN;
        Path plain = plain(OutputHdu.image(Samples.OBJECT, floats, PixelType.FLOAT_32));
        byte[] once = Files.readAllBytes(packed(plain, LOSS));
        assertThat(pixels(packed(plain, LOSS), 1)[13]).isNaN();
        assertThat(Files.readAllBytes(packed(plain, LOSS))).isEqualTo(once);
        assertThat(Files.readAllBytes(packed(plain, new Loss(4, "40".repeat(32)))))
                .isNotEqualTo(once);
    }

    @Test
    void theCfitsioProgramsReadIt() throws Exception {
        Path lossy = packedSky();
        assertThat(Tool.FITSVERIFY.run(folder, lossy.getFileName().toString())).contains("and 0 error(s)");
        Tool.FUNPACK.run(folder, "-O", "theirs.fits", lossy.getFileName().toString());
        float[] theirs = pixels(folder.resolve("theirs.fits"), 0);
        float[] ours = pixels(lossy, 1);
        for (int i = 0; i < ours.length; i++) {
            assertThat(theirs[i]).isCloseTo(ours[i], within(1e-3f * NOISE));
        }
    }
}

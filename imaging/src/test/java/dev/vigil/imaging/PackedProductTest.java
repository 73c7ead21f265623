package dev.vigil.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedProductTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 300;
    private static final float NOISE = 8;
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @TempDir
    Path folder;

    @Test
    void quantisedPixelsAreWithinAPartOfTheNoiseAndKeepTheirMean() throws Exception {
        float[] pixels = sky();
        float[] read = read(write(TileForm.quantised(4, DIGEST), pixels)).pixels();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < pixels.length; i++) {
            double difference = read[i] - pixels[i];
            sum += difference;
            squares += difference * difference;
            assertThat(Math.abs(difference)).isLessThan(NOISE / 4 * 0.65);
        }
        double step = NOISE / 4;
        assertThat(Math.sqrt(squares / pixels.length)).isCloseTo(step / Math.sqrt(12), within(0.05 * step));
        assertThat(sum / pixels.length).isCloseTo(0, within(0.005 * step));
    }

    @Test
    void zerosAndHolesStayWhatTheyAre() throws Exception {
        float[] pixels = sky();
        for (int i = 0; i < pixels.length; i += 7) {
            pixels[i] = i % 2 == 0 ? 0 : Float.NaN;
        }
        float[] read = read(write(TileForm.quantised(4, DIGEST), pixels)).pixels();
        for (int i = 0; i < pixels.length; i += 7) {
            assertThat(Float.valueOf(read[i])).isEqualTo(Float.valueOf(pixels[i]));
        }
    }

    @Test
    void rowsWithoutNoiseAreKeptAsTheyAre() throws Exception {
        float[] pixels = sky();
        java.util.Arrays.fill(pixels, 0, WIDTH, 0f);
        java.util.Arrays.fill(pixels, WIDTH, 2 * WIDTH, Float.NaN);
        java.util.Arrays.fill(pixels, 2 * WIDTH, 3 * WIDTH, 12.25f);
        pixels[3 * WIDTH] = Float.POSITIVE_INFINITY;
        Path file = write(TileForm.quantised(4, DIGEST), pixels);
        float[] read = read(file).pixels();
        for (int i = 0; i < 4 * WIDTH; i++) {
            assertThat(Float.valueOf(read[i])).as("pixel %s", i).isEqualTo(Float.valueOf(pixels[i]));
        }
        assertThat(Tool.FITSVERIFY.run(folder, file.getFileName().toString())).contains("and 0 error(s)");
    }

    @Test
    void withoutLevelNothingIsLost() throws Exception {
        float[] pixels = sky();
        pixels[5] = Float.NaN;
        assertThat(read(write(TileForm.LOSSLESS, pixels)).pixels()).containsExactly(pixels);
    }

    @Test
    void theBytesFollowFromThePixelsAndTheDigest() throws Exception {
        OutputHdu one = OutputHdu.packed(floats(sky()), TileForm.quantised(4, DIGEST));
        OutputHdu other = OutputHdu.packed(floats(sky()), TileForm.quantised(4, "0" + DIGEST.substring(1)));
        assertThat(bytes(one)).isEqualTo(bytes(one)).isNotEqualTo(bytes(other));
    }

    @Test
    void theCfitsioProgramsReadIt() throws Exception {
        float[] pixels = sky();
        pixels[11] = Float.NaN;
        pixels[12] = 0;
        Path file = write(TileForm.quantised(4, DIGEST), pixels);
        assertThat(Tool.FITSVERIFY.run(folder, file.getFileName().toString())).contains("0 warning(s) and 0 error(s)");
        Tool.FUNPACK.run(folder, "-O", "plain.fits", file.getFileName().toString());
        float[] theirs;
        try (ImageReader reader = ImageReader.open(folder.resolve("plain.fits"))) {
            theirs = reader.read(1).pixels();
            float[] mask = reader.read(2).pixels();
            float[] uncertainty = reader.read(3).pixels();
            assertThat(mask[3]).isEqualTo(513);
            assertThat(uncertainty).containsExactly(sky());
        }
        float[] ours = read(file).pixels();
        for (int i = 0; i < ours.length; i++) {
            assertThat(theirs[i]).isCloseTo(ours[i], within(1e-3f * NOISE));
        }
        assertThat(theirs[11]).isNaN();
        assertThat(theirs[12]).isZero();
    }

    /** Sky with a slope, its noise, and a few stars. */
    private static float[] sky() {
        Random random = new Random(7);
        float[] pixels = new float[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (1000 + 0.1 * (i % WIDTH) + NOISE * random.nextGaussian());
        }
        for (int star = 0; star < 100; star++) {
            pixels[random.nextInt(pixels.length)] += 50_000 * random.nextFloat();
        }
        return pixels;
    }

    private static OutputHdu floats(float[] pixels) {
        return floats("SCI", pixels);
    }

    private static OutputHdu floats(String name, float[] pixels) {
        Header header = Header.builder().put("EXTNAME", name, "").build();
        return OutputHdu.image(header, new Image(WIDTH, HEIGHT, pixels), PixelType.FLOAT_32);
    }

    private Path write(TileForm form, float[] pixels) throws IOException {
        int[] mask = new int[WIDTH * HEIGHT];
        mask[3] = 513;
        OutputHdu masked = OutputHdu.integers(
                Header.builder().put("EXTNAME", "MASK", "").build(), WIDTH, HEIGHT, mask, PixelType.INT_16);
        Path file = folder.resolve("product" + form.level() + ".fits.fz");
        Files.deleteIfExists(file);
        FitsWriter.write(
                file,
                List.of(
                        OutputHdu.empty(Header.EMPTY),
                        OutputHdu.packed(floats(pixels), form),
                        OutputHdu.packed(masked, form),
                        OutputHdu.packed(floats("UNCERT", sky()), TileForm.LOSSLESS)));
        return file;
    }

    private static Image read(Path file) throws IOException, BadFitsException {
        try (ImageReader reader = ImageReader.open(file)) {
            return reader.read(1);
        }
    }

    private static byte[] bytes(OutputHdu hdu) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FitsWriter.write(out, List.of(OutputHdu.empty(Header.EMPTY), hdu));
        return out.toByteArray();
    }
}

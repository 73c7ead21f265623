package dev.vigil.bench.chain;

import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Frames of a camera of 61 megapixels: noise everywhere, and stars in the exposure of the sky. */
final class LargeNight {
    static final int WIDTH = 9576;
    static final int HEIGHT = 6388;
    private static final int OVERSCAN = 64;
    private static final int FRAMES_OF_A_KIND = 5;
    private static final int STARS = 20_000;
    private static final int REACH = 9;

    /** Of a sum of four even ones between 0 and 1. */
    private static final double SIGMA = Math.sqrt(4 / 12.0);

    private final SplittableRandom random = new SplittableRandom(61);
    private final Path folder;

    private LargeNight(Path folder) {
        this.folder = folder;
    }

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("raw"));
        LargeNight night = new LargeNight(folder);
        for (int number = 0; number < FRAMES_OF_A_KIND; number++) {
            night.write("bias", number, 0, 0);
            night.write("dark", number, 5, 60);
            night.write("flat", number, 20_000, 5);
        }
        night.write("sci", 0, 600, 60);
    }

    private void write(String kind, int number, double light, int seconds) throws IOException {
        Image image = Image.blank(WIDTH + OVERSCAN, HEIGHT);
        fill(image, light);
        if (kind.equals("sci")) {
            addStars(image);
        }
        Header header = Header.builder()
                .put("TRIMSEC", "[1:" + WIDTH + ",1:" + HEIGHT + "]", "")
                .put("BIASSEC", "[" + (WIDTH + 1) + ":" + (WIDTH + OVERSCAN) + ",1:" + HEIGHT + "]", "")
                .put("GAIN", 1.0, "")
                .put("RDNOISE", 4.0, "")
                .put("SATURATE", 60_000.0, "")
                .put("EXPTIME", (double) seconds, "")
                .build();
        Path file = folder.resolve("raw").resolve("%s_%02d.fits".formatted(kind, number));
        FitsWriter.write(file, List.of(OutputHdu.image(header, image, PixelType.UNSIGNED_16)));
    }

    private void fill(Image image, double light) {
        double noise = Math.sqrt(light + 16) / SIGMA;
        double quiet = 4 / SIGMA;
        for (int i = 0; i < image.pixels().length; i++) {
            boolean sees = i % image.width() < WIDTH;
            image.pixels()[i] = (float) (500 + (sees ? light + noise * deviate() : quiet * deviate()));
        }
    }

    /** Nearly normal about zero. */
    private double deviate() {
        return random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
    }

    private void addStars(Image image) {
        for (int star = 0; star < STARS; star++) {
            double x = REACH + random.nextDouble() * (WIDTH - 2 * REACH - 1);
            double y = REACH + random.nextDouble() * (HEIGHT - 2 * REACH - 1);
            double peak = Math.pow(10, 1.5 + 3 * random.nextDouble());
            for (int row = (int) y - REACH; row <= (int) y + REACH; row++) {
                for (int column = (int) x - REACH; column <= (int) x + REACH; column++) {
                    double square = (column - x) * (column - x) + (row - y) * (row - y);
                    image.pixels()[row * image.width() + column] +=
                            (float) (peak * Math.exp(-square / (2 * 1.5 * 1.5)));
                }
            }
        }
    }
}

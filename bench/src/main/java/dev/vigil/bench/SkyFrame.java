package dev.vigil.bench;

import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A raw frame as a camera writes it: sky and read noise, stars, 16 bits. */
record SkyFrame(int size, long seed) {
    private static final float SKY = 1000;
    private static final float NOISE = 8;
    private static final int PIXELS_PER_STAR = 6000;
    private static final double SEEING = 2;
    private static final int REACH = 8;

    Path write(Path file) throws IOException {
        Random random = new Random(seed);
        Image image = Image.blank(size, size);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = SKY + NOISE * (float) random.nextGaussian();
        }
        for (int star = 0; star < image.pixels().length / PIXELS_PER_STAR; star++) {
            addStar(image, random);
        }
        Header header = Header.builder().put("OBJECT", "noise and stars", "").build();
        FitsWriter.write(file, List.of(OutputHdu.image(header, image, PixelType.UNSIGNED_16)));
        return file;
    }

    private void addStar(Image image, Random random) {
        int x = REACH + random.nextInt(size - 2 * REACH);
        int y = REACH + random.nextInt(size - 2 * REACH);
        double peak = Math.pow(10, 1 + 3.5 * random.nextDouble());
        for (int dy = -REACH; dy <= REACH - 1; dy++) {
            for (int dx = -REACH; dx <= REACH - 1; dx++) {
                double far = (dx * dx + dy * dy) / (2 * SEEING * SEEING);
                image.pixels()[(y + dy) * size + x + dx] += (float) (peak * Math.exp(-far));
            }
        }
    }
}

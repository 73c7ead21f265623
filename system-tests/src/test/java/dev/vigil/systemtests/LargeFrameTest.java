package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frame of 61 megapixels, and masters for it, on a machine that gives less than two gigabytes of heap. */
class LargeFrameTest {
    private static final int WIDTH = 9576;
    private static final int HEIGHT = 6388;
    private static final int OVERSCAN = 64;
    private static final int STARS = 4_000;
    private static final int REACH = 8;
    private static final double READ_NOISE = 4;
    private static final String HEAP = "-Xmx1900m";

    private final SplittableRandom random = new SplittableRandom(61);
    private final float[] deviates = deviates();

    @TempDir
    Path folder;

    @Test
    void aFrameOf61MegapixelsIsReducedInLessThanTwoGigabytes() throws Exception {
        String masters = folder.resolve("masters").toString();
        for (String kind : List.of("bias", "dark", "flat")) {
            List<String> files = IntStream.range(0, 3)
                    .mapToObj(number -> write(kind, number).toString())
                    .toList();
            vigil(List.of("masters", "combine", "--type", kind, "--masters", masters, "--out", masters), files);
            for (String file : files) {
                Files.delete(Path.of(file));
            }
        }
        Path out = folder.resolve("out");
        vigil(
                List.of("reduce-file", "--masters", masters, "--out", out.toString()),
                List.of(write("science", 0).toString()));
        Header science = FitsFile.read(product(out)).named("SCI").orElseThrow().header();
        assertThat(science.text("NAXIS1")).contains(Integer.toString(WIDTH));
        assertThat(science.text("NAXIS2")).contains(Integer.toString(HEIGHT));
        assertThat(Integer.parseInt(science.text("NSOURCES").orElseThrow())).isBetween(STARS / 2, STARS);
    }

    private static Path product(Path out) throws IOException {
        try (Stream<Path> made = Files.walk(out)) {
            return made.filter(file -> file.toString().endsWith(".fits"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** In a process of its own, of which the heap is known. */
    private void vigil(List<String> command, List<String> files) throws Exception {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-cp"));
        line.add(System.getProperty("java.class.path"));
        line.add("dev.vigil.allinone.AllInOneMain");
        line.addAll(command);
        line.addAll(files);
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int status = process.waitFor();
        assertThat(status).as(Diagnosis.lastWords(said)).isZero();
    }

    private Path write(String kind, int number) {
        double light = switch (kind) {
            case "bias" -> 0;
            case "flat" -> 20_000;
            default -> 600;
        };
        Image image = Image.blank(WIDTH + OVERSCAN, HEIGHT);
        fill(image, light);
        if (kind.equals("science")) {
            addStars(image);
        }
        Header header = Header.builder()
                .put("IMAGETYP", kind, "")
                .put("OBJECT", kind, "")
                .put("DATE-OBS", "2026-11-19T2%d:00:00".formatted(number), "")
                .put("EXPTIME", kind.equals("bias") ? 0.0 : 30.0, "")
                .put("FILTER", "r", "")
                .put("TRIMSEC", "[1:%d,1:%d]".formatted(WIDTH, HEIGHT), "")
                .put("BIASSEC", "[%d:%d,1:%d]".formatted(WIDTH + 1, WIDTH + OVERSCAN, HEIGHT), "")
                .put("GAIN", 1.0, "")
                .put("RDNOISE", READ_NOISE, "")
                .put("SATURATE", 60_000.0, "")
                .build();
        Path file = folder.resolve(kind + number + ".fits");
        try {
            FitsWriter.write(file, List.of(OutputHdu.image(header, image, PixelType.UNSIGNED_16)));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        return file;
    }

    /** Every row takes its noise from another place of one long table. */
    private void fill(Image image, double light) {
        double noise = Math.sqrt(light + READ_NOISE * READ_NOISE);
        float[] pixels = image.pixels();
        for (int row = 0; row < image.height(); row++) {
            int from = random.nextInt(deviates.length - image.width());
            int begin = row * image.width();
            for (int x = 0; x < image.width(); x++) {
                double seen = x < WIDTH ? light + noise * deviates[from + x] : READ_NOISE * deviates[from + x];
                pixels[begin + x] = (float) (500 + seen);
            }
        }
    }

    private float[] deviates() {
        float[] many = new float[1 << 20];
        for (int i = 0; i < many.length; i++) {
            many[i] = (float) random.nextGaussian();
        }
        return many;
    }

    private void addStars(Image image) {
        for (int star = 0; star < STARS; star++) {
            int x = REACH + random.nextInt(WIDTH - 2 * REACH);
            int y = REACH + random.nextInt(HEIGHT - 2 * REACH);
            double peak = 500 + random.nextInt(20_000);
            for (int dy = -REACH; dy <= REACH; dy++) {
                for (int dx = -REACH; dx <= REACH; dx++) {
                    image.pixels()[(y + dy) * image.width() + x + dx] +=
                            (float) (peak * Math.exp(-(dx * dx + dy * dy) / 4.5));
                }
            }
        }
    }
}

package dev.vigil.bench.truth;

import dev.vigil.bench.Shell;
import dev.vigil.reduction.pixels.DetectorImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The program that astronomers use, with its own defaults; only its work is timed, not its start nor its files. */
record Astroscrappy(String python) {
    private static final String SCRIPT = """
            import sys, time, numpy, astroscrappy
            width, noise, saturation = int(sys.argv[3]), float(sys.argv[4]), float(sys.argv[5])
            pixels = numpy.fromfile(sys.argv[1], '>f4').astype('f4').reshape(-1, width)
            wall, cpu = time.perf_counter(), time.process_time()
            mask, clean = astroscrappy.detect_cosmics(pixels, gain=1.0, readnoise=noise, satlevel=saturation)
            print(time.process_time() - cpu, time.perf_counter() - wall)
            mask.astype('u1').tofile(sys.argv[2])
            """;

    /** Empty where no Python has it. */
    static Optional<Astroscrappy> installed() throws InterruptedException {
        return Python.with("numpy, astroscrappy").map(Astroscrappy::new);
    }

    Turn turn(DetectorImage image, double readNoise, double saturation, Path folder)
            throws IOException, InterruptedException {
        Path pixels = folder.resolve("pixels");
        Path mask = folder.resolve("mask");
        PixelFile.write(image.science(), pixels);
        List<String> command = Stream.of(
                        python, "-c", SCRIPT, pixels, mask, image.size().width(), readNoise, saturation)
                .map(String::valueOf)
                .toList();
        String[] seconds = Shell.printed(command).strip().split(" ");
        return new Turn(Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1]), read(mask));
    }

    private static BitSet read(Path mask) throws IOException {
        byte[] bytes = Files.readAllBytes(mask);
        BitSet found = new BitSet(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            found.set(i, bytes[i] != 0);
        }
        return found;
    }
}

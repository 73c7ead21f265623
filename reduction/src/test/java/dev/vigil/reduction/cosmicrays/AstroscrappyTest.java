package dev.vigil.reduction.cosmicrays;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beside the program that astronomers use; skipped, and says so, where it is not installed. */
class AstroscrappyTest {
    private static final int SIZE = 512;
    private static final String SCRIPT = """
            import sys, numpy, astroscrappy
            pixels = numpy.fromfile(sys.argv[1], '>f4').astype('f4').reshape(512, 512)
            mask, clean = astroscrappy.detect_cosmics(pixels, gain=1.0, readnoise=5.0, satlevel=80000.0)
            mask.astype('u1').tofile(sys.argv[2])
            """;

    @TempDir
    Path folder;

    @Test
    void asManyCosmicRaysAreFoundAndFewerThatAreNone() throws Exception {
        Sky sky = Sky.of(SIZE, 95, 20).withStars(250, 3.5).withTracks(250);
        Exposure exposure = sky.exposed();
        int[] theirs = theirs(exposure.electrons());
        int[] ours = CosmicRayFinder.find(exposure, CosmicRays.DEFAULT).pixels();
        assertThat(sky.recall(ours, 60)).isGreaterThanOrEqualTo(sky.recall(theirs, 60));
        assertThat(sky.precision(ours)).isGreaterThan(sky.precision(theirs));
    }

    private int[] theirs(float[] electrons) throws IOException, InterruptedException {
        ByteBuffer pixels = ByteBuffer.allocate(4 * electrons.length).order(ByteOrder.BIG_ENDIAN);
        pixels.asFloatBuffer().put(electrons);
        Path in = Files.write(folder.resolve("pixels"), pixels.array());
        Path out = folder.resolve("mask");
        run(python(), SCRIPT, in.toString(), out.toString());
        byte[] mask = Files.readAllBytes(out);
        return IntStream.range(0, mask.length).filter(i -> mask[i] != 0).toArray();
    }

    private static String python() throws InterruptedException {
        Optional<String> python = Stream.of("python3", "/usr/bin/python3")
                .filter(AstroscrappyTest::hasAstroscrappy)
                .findFirst();
        Assumptions.assumeTrue(
                python.isPresent(), "astroscrappy is not installed (Debian package python3-astroscrappy)");
        return python.get();
    }

    private static boolean hasAstroscrappy(String python) {
        try {
            run(python, "import numpy, astroscrappy");
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String python, String script, String... arguments)
            throws IOException, InterruptedException {
        String[] command = Stream.concat(Stream.of(python, "-c", script), Stream.of(arguments))
                .toArray(String[]::new);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(printed);
        }
    }
}

package dev.vigil.bench.micro;

import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import dev.vigil.imaging.pictures.Preview;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** An image of noise into memory: as FITS with both its sums, and as the PNG of a preview. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ImageBenchmark {
    private static final int LONGEST_SIDE = 1024;
    private static final int THUMBNAIL = 256;

    @Param({"256", "1024", "4096"})
    private int size;

    private Image image;
    private List<OutputHdu> hdus;

    @Setup
    public void make() {
        float[] pixels = new float[size * size];
        Random random = new Random(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (1000 + 12 * random.nextGaussian());
        }
        image = new Image(size, size, pixels);
        hdus = List.of(OutputHdu.image(Header.EMPTY, image, PixelType.FLOAT_32));
    }

    @Benchmark
    public int fits() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(5 * size * size);
        FitsWriter.write(out, hdus);
        return out.size();
    }

    /** As the quick look draws it: the picture with a scale bar, and its thumbnail. */
    @Benchmark
    public int preview() {
        Preview picture = Preview.of(image, LONGEST_SIDE);
        return picture.png(OptionalDouble.of(0.4)).length
                + picture.smaller(THUMBNAIL).png().length;
    }
}

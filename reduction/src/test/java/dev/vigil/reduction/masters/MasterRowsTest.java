package dev.vigil.reduction.masters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.ImageReader;
import dev.vigil.reduction.Frames;
import dev.vigil.reduction.Imaging;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.products.MasterFile;
import dev.vigil.reduction.products.ProductStory;
import dev.vigil.reduction.recipes.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterRowsTest {
    private static final Size RAW = new Size(520, 300);
    private static final Size SIZE = new Size(500, 280);
    private static final Detector DETECTOR = Detector.of(
            "main",
            0,
            Amplifier.of(Section.parse("[11:510,13:292]"))
                    .withBiasSection(Section.parse("[511:520,1:300]"))
                    .withGain(1.5)
                    .withReadNoise(5));

    @TempDir
    Path folder;

    /** Some blocks high, with bad pixels in nearly every row and two of no response. */
    private static DetectorImage image(double level, long seed) {
        DetectorImage image = new DetectorImage(
                SIZE,
                Frames.noise(SIZE, level, level / 50, seed),
                Frames.noise(SIZE, level / 100, level / 1000, seed + 1),
                new int[SIZE.pixels()]);
        for (int i = 0; i < SIZE.pixels(); i += 97) {
            image.mask()[i] = MaskBit.BAD.value();
        }
        for (int i = 60_000; i < SIZE.pixels(); i += 40_000) {
            image.science()[i] = 0;
        }
        return image;
    }

    private Path write(MasterKind kind, DetectorImage image) throws IOException {
        MasterDetector detector = new MasterDetector("main", image, new int[SIZE.pixels()], MasterQuality.of(image, 0));
        BuiltMaster built = new BuiltMaster(kind, List.of(FinishedDetector.of(detector)), List.of("U/a"), Map.of());
        ProductStory story = new ProductStory("m", 1, "U", Optional.empty(), "x", List.of(), "test");
        Path file = folder.resolve(kind.word() + ".fits");
        FitsWriter.write(
                file,
                new MasterFile(story, built, MasterRules.DEFAULT, List.of(Imaging.bias(DETECTOR)), Header.EMPTY)
                        .hdus());
        return file;
    }

    private Map<MasterKind, ImageReader> files() throws Exception {
        Map<MasterKind, ImageReader> files = new EnumMap<>(MasterKind.class);
        files.put(MasterKind.BIAS, ImageReader.open(write(MasterKind.BIAS, image(400, 1))));
        files.put(MasterKind.DARK, ImageReader.open(write(MasterKind.DARK, image(0.5, 3))));
        files.put(MasterKind.FLAT, ImageReader.open(write(MasterKind.FLAT, image(1, 5))));
        return files;
    }

    private static DetectorImage reduced(Masters masters) {
        Recipe recipe = Frames.value(Imaging.science(DETECTOR, masters, Duration.ofSeconds(60), Set.of()));
        return Frames.run(recipe, RAW, Frames.noise(RAW, 1500, 12, 7));
    }

    @Test
    void aFrameIsReducedTheSameWayWhetherItsMastersAreInMemoryOrInTheirFiles() throws Exception {
        Masters inMemory = Masters.NONE;
        Masters inFiles = Masters.NONE;
        Map<MasterKind, ImageReader> files = files();
        for (Map.Entry<MasterKind, ImageReader> file : files.entrySet()) {
            MasterKind kind = file.getKey();
            inMemory = inMemory.with(Master.of(
                    "m", kind, MasterFileRows.of(file.getValue(), "main").image()));
            inFiles = inFiles.with(Master.of("m", kind, MasterFileRows.of(file.getValue(), "main")));
        }
        DetectorImage one = reduced(inMemory);
        DetectorImage other = reduced(inFiles);
        for (ImageReader reader : files.values()) {
            reader.close();
        }
        assertThat(other.science()).isEqualTo(one.science());
        assertThat(other.variance()).isEqualTo(one.variance());
        assertThat(other.mask()).isEqualTo(one.mask());
        assertThat(Arrays.stream(one.mask()).filter(MaskBit.BAD::isIn)).hasSizeGreaterThan(1000);
        assertThat(Arrays.stream(one.mask()).filter(MaskBit.NO_DATA::isIn)).hasSize(2);
    }

    @Test
    void aMasterThatIsCutShortIsFoundWhenItsRowsAreRead() throws Exception {
        Path file = write(MasterKind.BIAS, image(400, 1));
        long middle = FitsFile.read(file).named("MASK").orElseThrow().dataOffset() + SIZE.pixels();
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) middle));
        try (ImageReader reader = ImageReader.open(file)) {
            Masters masters = Masters.NONE.with(Master.of("m", MasterKind.BIAS, MasterFileRows.of(reader, "main")));
            assertThatThrownBy(() -> reduced(masters)).isInstanceOf(UncheckedIOException.class);
        }
    }
}

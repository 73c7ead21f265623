package dev.vigil.reduction.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Completeness;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.ImageReader;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import dev.vigil.reduction.Frames;
import dev.vigil.reduction.Imaging;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Flag;
import dev.vigil.reduction.masters.BuiltMaster;
import dev.vigil.reduction.masters.FinishedDetector;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterBuilder;
import dev.vigil.reduction.masters.MasterBuilder.DetectorStack;
import dev.vigil.reduction.masters.MasterDetector;
import dev.vigil.reduction.masters.MasterFileRows;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.masters.MasterRules;
import dev.vigil.reduction.masters.MasterUse;
import dev.vigil.reduction.masters.Masters;
import dev.vigil.reduction.masters.StackInput;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.FitsRows;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.pointing.PixelScale;
import dev.vigil.reduction.recipes.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductFileTest {
    private static final Size RAW = new Size(144, 128);
    private static final Detector DETECTOR = Detector.of(
            "main",
            0,
            Amplifier.of(Section.parse("[9:136,1:128]"))
                    .withBiasSection(Section.parse("[137:144,1:128]"))
                    .withGain(2)
                    .withReadNoise(5)
                    .withSaturation(60_000));

    private static final ProductStory STORY = new ProductStory(
            "7DT05/2026-11-19/a.fits",
            1,
            "7DT05",
            Optional.of(LocalDate.of(2026, 11, 19)),
            "abc",
            List.of(new MasterUse(MasterKind.BIAS, "7DT05/masters/bias/x/v1", Duration.ofHours(36))),
            "Vigil 0.1.0");

    @TempDir
    Path folder;

    private Path raw(String name, double level, long seed) throws IOException {
        float[] counts = Frames.noise(RAW, 500, 2.5, seed);
        for (int i = 0; i < counts.length; i++) {
            counts[i] += i % 144 >= 8 && i % 144 < 136 ? (float) level : 0;
        }
        Header header = Header.builder()
                .put("OBJECT", "M 83", "")
                .put("EGAIN", 2.0, "")
                .put("BIASSEC", "[137:144,1:128]", "")
                .put("CTYPE1", "RA---TAN", "")
                .put("CRPIX1", 72.5, "")
                .put("CRPIX2", 64.5, "")
                .build();
        Path file = folder.resolve(name);
        FitsWriter.write(file, List.of(OutputHdu.image(header, new Image(144, 128, counts), PixelType.UNSIGNED_16)));
        return file;
    }

    private Path reduce(Path raw, String name) throws IOException, BadFitsException {
        Master bias = Master.of("7DT05/masters/bias/x/v1", MasterKind.BIAS, Frames.flat(new Size(128, 128), 1, 0.1));
        try (ImageReader reader = ImageReader.open(raw)) {
            Recipe recipe =
                    Frames.value(Imaging.science(DETECTOR, Masters.NONE.with(bias), Duration.ofSeconds(5), Set.of()));
            Header header = reader.file().primary().header();
            ReducedDetector detector =
                    new ReducedDetector(DETECTOR, header, recipe, Frames.reduced(recipe, FitsRows.of(reader, 0)));
            ReducedFrame frame = new ReducedFrame(STORY, header, List.of(detector), Map.of("focus", "no gain"));
            Path file = folder.resolve(name);
            FitsWriter.write(file, frame.hdus());
            return file;
        }
    }

    @Test
    void theSameFrameReducedTwiceIsTheSameByteForByte() throws Exception {
        Path raw = raw("raw.fits", 300, 1);
        assertThat(reduce(raw, "one.fits")).hasSameBinaryContentAs(reduce(raw, "two.fits"));
    }

    @Test
    void aReducedFrameTellsItsStory() throws Exception {
        FitsFile file = FitsFile.read(reduce(raw("raw.fits", 300, 1), "out.fits"));
        Header primary = file.primary().header();
        assertThat(primary.text("FRAMEID")).contains("7DT05/2026-11-19/a.fits");
        assertThat(primary.text("L1IDBIAS")).contains("7DT05/masters/bias/x/v1");
        assertThat(primary.number("BIASAGE")).hasValue(1.5);
        assertThat(primary.text("OBJECT")).contains("M 83");
        assertThat(primary.text("RECIPEFP").orElseThrow()).hasSize(64);
        assertThat(String.join("\n", primary.history())).contains("subtract bias 7DT05/masters/bias/x/v1");
        assertThat(primary.has("EGAIN")).isFalse();
        assertThat(primary.has("BIASSEC")).isFalse();
        assertThat(file.hdus().stream().map(hdu -> hdu.name().orElse("primary")))
                .containsExactly("primary", "SCI", "UNCERT", "MASK", "CATALOG");
    }

    @Test
    void theReferencePixelMovesWithTheTrimming() throws Exception {
        Header science = FitsFile.read(reduce(raw("raw.fits", 300, 1), "out.fits"))
                .named("SCI")
                .orElseThrow()
                .header();
        assertThat(science.number("CRPIX1")).hasValue(64.5);
        assertThat(science.number("CRPIX2")).hasValue(64.5);
        assertThat(science.text("BUNIT")).contains("electron");
    }

    @Test
    void theSumsOfAProductProveIt() throws Exception {
        Completeness judged = Completeness.judge(reduce(raw("raw.fits", 300, 1), "out.fits"));
        assertThat(judged).isEqualTo(new Completeness.Complete(true, List.of()));
    }

    @Test
    void whatIsReadBackIsWhatWasMeasured() throws Exception {
        FrameSummary summary = FrameSummary.read(FitsFile.read(reduce(raw("raw.fits", 300, 1), "out.fits")));
        assertThat(summary.good()).containsExactly("main");
        assertThat(summary.bad()).containsExactly(Map.entry("focus", "no gain"));
        // 300 counts above the overscan, less 1 of bias, at 2 electrons per count.
        assertThat(summary.marks().counts()).containsKey(MaskBit.COSMIC_RAY);
        assertThat(summary.measurement().sky().orElseThrow()).isCloseTo(598, within(1.0));
        assertThat(summary.measurement().flags()).containsExactly(Flag.TOO_FEW_STARS);
    }

    @Test
    void aMasterIsReadAsItWasBuilt() throws Exception {
        List<StackInput> inputs = new ArrayList<>();
        List<ImageReader> readers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            readers.add(ImageReader.open(raw("bias" + i + ".fits", 3, i)));
            inputs.add(new StackInput("U/bias" + i, FitsRows.of(readers.get(i), 0), Imaging.bias(DETECTOR), 1));
        }
        List<MasterDetector> made = new ArrayList<>();
        BuiltMaster built = Frames.value(MasterBuilder.build(
                MasterKind.BIAS, List.of(new DetectorStack("main", inputs)), MasterRules.DEFAULT, detector -> {
                    made.add(detector);
                    return FinishedDetector.of(detector);
                }));
        for (ImageReader reader : readers) {
            reader.close();
        }
        Path file = folder.resolve("master.fits");
        MasterFile master =
                new MasterFile(STORY, built, MasterRules.DEFAULT, List.of(Imaging.bias(DETECTOR)), Header.EMPTY);
        FitsWriter.write(file, master.hdus());
        try (ImageReader reader = ImageReader.open(file)) {
            DetectorImage read = MasterFileRows.of(reader, "main").image();
            assertThat(read.science()).isEqualTo(made.get(0).image().science());
            assertThat(Frames.mean(read.science())).isCloseTo(3, within(0.2));
            assertThat(Math.sqrt(Frames.mean(read.variance()))).isCloseTo(2.5 / Math.sqrt(5), within(0.1));
            assertThat(MasterSummary.of(reader.file().primary().header()).quality())
                    .containsEntry("frames", 5.0)
                    .containsKeys("level", "scatter", "uncertainty", "clippedFraction", "badPixels");
            assertThatThrownBy(() -> MasterFileRows.of(reader, "other").image()).hasMessageContaining("detector other");
        }
    }

    @Test
    void aTruncatedFrameIsDamagedAndNotReduced() throws Exception {
        Path raw = raw("raw.fits", 300, 1);
        byte[] bytes = Files.readAllBytes(raw);
        Files.write(raw, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> reduce(raw, "out.fits")).hasStackTraceContaining("BadFitsException");
    }

    @Test
    void theScaleOfAPixelIsReadFromTheCoordinates() {
        Header matrix = Header.builder()
                .put("CD1_1", -0.5 / 3600, "")
                .put("CD1_2", 0.0, "")
                .put("CD2_1", 0.0, "")
                .put("CD2_2", 0.5 / 3600, "")
                .build();
        assertThat(PixelScale.of(matrix).orElseThrow()).isCloseTo(0.5, within(1e-9));
        assertThat(PixelScale.of(Header.EMPTY)).isEmpty();
    }
}

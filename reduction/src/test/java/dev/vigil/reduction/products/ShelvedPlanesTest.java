package dev.vigil.reduction.products;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.HduStore;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.reduction.Frames;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.DetectorPlanes;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.recipes.Reduced;
import dev.vigil.reduction.sources.SourceSettings;
import dev.vigil.reduction.steps.MeasureSources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Detectors whose planes wait in a scratch file until the others are done. */
class ShelvedPlanesTest {
    private static final String DIGEST = "5eed".repeat(16);
    private static final MeasureSources STEP = new MeasureSources(SourceSettings.DEFAULT);
    private static final ProductStory STORY = new ProductStory(
            "DECam/a.fits", 1, "DECam", Optional.of(LocalDate.of(2026, 11, 19)), "abc", List.of(), "Vigil test");

    /** Of several sizes, with stars, marks and pixels without a value. */
    private static List<ReducedDetector> detectors() {
        List<ReducedDetector> detectors = new ArrayList<>();
        for (Size size : List.of(new Size(128, 96), new Size(64, 200), new Size(301, 70))) {
            detectors.add(detector("ccd" + detectors.size(), image(size)));
        }
        return detectors;
    }

    private static ReducedDetector detector(String name, DetectorImage image) {
        Detector detector = Detector.of(name, 1, Amplifier.of(Section.parse("[1:64,1:64]")));
        Header raw = Header.builder().put("CCDNAME", name, "").build();
        Reduced reduced = new Reduced(image, Marks.NONE, STEP.measure(image, Findings.NONE));
        return new ReducedDetector(detector, raw, Recipe.of("imaging", 1, STEP), reduced);
    }

    private static DetectorImage image(Size size) {
        float[] science = Frames.noise(size, 200, 14, size.width());
        Frames.addStar(science, size, 30, 40, 20_000, 3);
        science[3] = Float.NaN;
        float[] variance = new float[size.pixels()];
        Arrays.fill(variance, 200);
        int[] mask = new int[size.pixels()];
        mask[3] = 16;
        return new DetectorImage(size, science, variance, mask);
    }

    private static byte[] written(List<ReducedDetector> detectors, DetectorPlanes.Deed<IOException> shelving)
            throws IOException {
        List<ReducedDetector> shelved = new ArrayList<>();
        for (ReducedDetector detector : detectors) {
            shelved.add(detector.eachPlane(shelving));
        }
        List<OutputHdu> hdus = new ReducedFrame(STORY, Header.EMPTY, shelved, Map.of("ccd9", "no gain")).hdus();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        FitsWriter.write(file, hdus);
        return file.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(ProductForm.class)
    void aProductHasTheSameBytesWhereverItsPlanesWaited(ProductForm form) throws Exception {
        HduStore store = new HduStore(new SeekableInMemoryByteChannel());
        byte[] inMemory = written(detectors(), plane -> form.of(plane, DIGEST));
        byte[] shelved = written(detectors(), plane -> store.put(form.of(plane, DIGEST)));
        assertThat(shelved).isEqualTo(inMemory);
    }
}

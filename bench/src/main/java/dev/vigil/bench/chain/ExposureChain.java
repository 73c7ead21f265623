package dev.vigil.bench.chain;

import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.ImageReader;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.pictures.Preview;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.findings.FieldMap;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.findings.Fringes;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.FitsRows;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.pointing.PointingCards;
import dev.vigil.reduction.pointing.Whereabouts;
import dev.vigil.reduction.products.ProductForm;
import dev.vigil.reduction.products.ProductStory;
import dev.vigil.reduction.products.ReducedDetector;
import dev.vigil.reduction.products.ReducedFrame;
import dev.vigil.reduction.recipes.ImageStep;
import dev.vigil.reduction.recipes.MarkStep;
import dev.vigil.reduction.recipes.PixelStep;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.recipes.Reduced;
import dev.vigil.reduction.recipes.SkyStep;
import dev.vigil.reduction.recipes.Step;
import dev.vigil.reduction.sources.SourceCatalogue;
import dev.vigil.reduction.steps.FitPointSources;
import dev.vigil.reduction.steps.FlagStreaks;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** All that is done with one exposure, part by part: the same steps in the same order as in a recipe, and the files that are made. */
final class ExposureChain {
    private static final int PREVIEW = 1024;
    private static final int THUMBNAIL = 256;
    private static final Set<String> PLANES = Set.of("UNCERT", "MASK");
    private static final String DIGEST = "0".repeat(64);
    private static final Instant JANUARY_2000 = Instant.parse("2000-01-01T12:00:00Z");

    private final Path folder;
    private final Laps laps;

    /** Products go into the folder, where those of the exposure before are replaced. */
    ExposureChain(Path folder, Laps laps) {
        this.folder = folder;
        this.laps = laps;
    }

    /** From a raw file to its products. */
    ReducedFrame run(Path raw, Detector detector, Recipe recipe) throws Exception {
        try (ImageReader reader = ImageReader.open(raw)) {
            Header header = reader.file().primary().header();
            DetectorImage image =
                    laps.take(Line.PIXELS.name(), () -> pixels(recipe, FitsRows.of(reader, detector.hdu())));
            Marks marks = marked(recipe, image);
            Findings findings = measured(recipe, image, whereabouts(header, detector));
            Reduced reduced = new Reduced(image, new Fringes.NotAsked(), marks, findings);
            ReducedFrame frame = new ReducedFrame(
                    story(raw), header, List.of(new ReducedDetector(detector, header, recipe, reduced)), Map.of());
            write(frame);
            draw(reduced);
            return frame;
        }
    }

    /** The arithmetic alone. */
    static DetectorImage pixels(Recipe recipe, RawRows raw) {
        List<Step> steps =
                recipe.steps().stream().filter(PixelStep.class::isInstance).toList();
        return new Recipe(recipe.name(), recipe.version(), steps).reduce(raw).fold(Reduced::image, failure -> {
            throw new IllegalStateException(failure.toString());
        });
    }

    private Marks marked(Recipe recipe, DetectorImage image) throws Exception {
        Marks marks = Marks.NONE;
        for (Step step : recipe.steps()) {
            if (step instanceof MarkStep marking) {
                Line line = step instanceof FlagStreaks ? Line.STREAKS : Line.COSMIC_RAYS;
                marks = laps.take(line.name(), () -> marking.mark(image));
            }
        }
        return marks;
    }

    private Findings measured(Recipe recipe, DetectorImage image, Whereabouts whereabouts) throws Exception {
        Findings findings = Findings.NONE;
        for (Step step : recipe.steps()) {
            Findings before = findings;
            if (step instanceof ImageStep measuring) {
                Line line = step instanceof FitPointSources ? Line.POINTS : Line.SOURCES;
                findings = laps.take(line.name(), () -> measuring.measure(image, before));
            } else if (step instanceof SkyStep comparing) {
                findings = laps.take(Line.SKY.name(), () -> comparing.compare(before, image.size(), whereabouts));
            }
        }
        return findings;
    }

    private static Whereabouts whereabouts(Header header, Detector detector) {
        return new Whereabouts(
                PointingCards.of(header, header, detector),
                Optional.of(JANUARY_2000),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of());
    }

    private static ProductStory story(Path raw) {
        return new ProductStory(
                raw.getFileName().toString(), 1, "bench", Optional.empty(), "bench", List.of(), "bench");
    }

    private void write(ReducedFrame frame) throws Exception {
        List<OutputHdu> all = laps.take(Line.WRITING.name(), () -> ProductForm.QUANTISED.of(frame.hdus(), DIGEST));
        List<OutputHdu> first = new ArrayList<>(all);
        List<OutputHdu> planes = all.stream().filter(ExposureChain::isPlane).toList();
        first.removeAll(planes);
        laps.take(Line.WRITING.name(), () -> write("image.fits.fz", first));
        List<OutputHdu> besides = new ArrayList<>(List.of(OutputHdu.empty(Header.EMPTY)));
        besides.addAll(planes);
        laps.take(Line.PLANES.name(), () -> write("planes.fits.fz", besides));
    }

    private static boolean isPlane(OutputHdu hdu) {
        return hdu.header().text("EXTNAME").filter(PLANES::contains).isPresent();
    }

    private Path write(String name, List<OutputHdu> hdus) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            FitsWriter.write(out, hdus);
        }
        return file;
    }

    private void draw(Reduced reduced) throws Exception {
        DetectorImage image = reduced.image();
        Image pixels = new Image(image.size().width(), image.size().height(), image.science());
        laps.take(Line.PREVIEW.name(), () -> {
            Preview preview = Preview.of(pixels, PREVIEW);
            Files.write(folder.resolve("preview.png"), preview.png(OptionalDouble.of(1)));
            return Files.write(
                    folder.resolve("thumbnail.png"), preview.smaller(THUMBNAIL).png());
        });
        SourceCatalogue found = reduced.catalogue().orElseThrow().found();
        laps.take(
                Line.PLOTS.name(),
                () -> List.of(
                        FieldMap.background(found.sky(), image.size()), FieldMap.starWidths(found, image.size())));
    }
}

package dev.vigil.bench.truth;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.ImageReader;
import dev.vigil.reduction.Imaging;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.masters.BuiltMaster;
import dev.vigil.reduction.masters.FinishedDetector;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterBuilder;
import dev.vigil.reduction.masters.MasterBuilder.DetectorStack;
import dev.vigil.reduction.masters.MasterDetector;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.masters.MasterRules;
import dev.vigil.reduction.masters.Masters;
import dev.vigil.reduction.masters.StackInput;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.FitsRows;
import dev.vigil.reduction.recipes.Outcome;
import dev.vigil.reduction.recipes.PixelStep;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.steps.SkySteps;
import dev.vigil.reduction.steps.SolveAstrometry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder with {@code raw/bias_00.fits}, {@code dark}, {@code flat}, {@code sci} and so on, and with what is true of them
 * in {@code truth}.
 */
public record TruthNight(Path folder) {
    static final String DETECTOR = "main";

    /** The numbers of the exposures of the sky. */
    int exposures() throws IOException {
        return files("sci").size();
    }

    CosmicTruth cosmicRays(int exposure, DetectorImage image) throws IOException {
        Path file = folder.resolve("truth").resolve("sci_%02d_cr.npz".formatted(exposure));
        return CosmicTruth.read(
                new NumpyArrays(file), image.size().width(), image.size().height());
    }

    public Masters masters() throws IOException, BadFitsException {
        Masters masters = Masters.NONE;
        for (MasterKind kind : List.of(MasterKind.BIAS, MasterKind.DARK, MasterKind.FLAT)) {
            masters = masters.with(master(kind, masters));
        }
        return masters;
    }

    private Master master(MasterKind kind, Masters masters) throws IOException, BadFitsException {
        List<MasterDetector> made = new ArrayList<>();
        built(kind, masters, made::add);
        return Master.of(kind.word(), kind, made.get(0).image());
    }

    /** What all frames of a kind come to. */
    BuiltMaster built(MasterKind kind, Masters masters) throws IOException, BadFitsException {
        return built(kind, masters, made -> {});
    }

    private BuiltMaster built(MasterKind kind, Masters masters, Consumer<MasterDetector> seen)
            throws IOException, BadFitsException {
        List<ImageReader> readers = new ArrayList<>();
        try {
            List<StackInput> inputs = new ArrayList<>();
            for (Path file : files(kind.name().toLowerCase(Locale.ROOT))) {
                ImageReader reader = ImageReader.open(file);
                readers.add(reader);
                inputs.add(input(kind, file, reader, masters));
            }
            List<DetectorStack> stacks = List.of(new DetectorStack(DETECTOR, inputs));
            return done(MasterBuilder.build(kind, stacks, MasterRules.DEFAULT, made -> {
                seen.accept(made);
                return FinishedDetector.of(made);
            }));
        } finally {
            for (ImageReader reader : readers) {
                reader.close();
            }
        }
    }

    private static StackInput input(MasterKind kind, Path file, ImageReader reader, Masters masters)
            throws BadFitsException {
        Header header = reader.file().primary().header();
        Recipe recipe = switch (kind) {
            case BIAS -> Imaging.bias(detector(header));
            case DARK -> done(Imaging.dark(detector(header), masters, Set.of()));
            case FLAT -> done(Imaging.flat(detector(header), masters, exposure(header), Set.of()));
            case FRINGE -> throw new IllegalArgumentException("a fringe frame is made of reduced frames");
        };
        double scale = kind == MasterKind.DARK ? 1000.0 / exposure(header).toMillis() : 1;
        return new StackInput(file.getFileName().toString(), FitsRows.of(reader, 0), recipe, scale);
    }

    /** An exposure of the sky, calibrated, with nothing marked or measured yet. */
    DetectorImage calibrated(int exposure, Masters masters) throws IOException, BadFitsException {
        try (ImageReader reader = ImageReader.open(files("sci").get(exposure))) {
            Recipe recipe = recipe(reader.file().primary().header(), masters, SolveAstrometry.WITHOUT_REFERENCES);
            Recipe pixels = new Recipe(
                    recipe.name(),
                    recipe.version(),
                    recipe.steps().stream().filter(PixelStep.class::isInstance).toList());
            return done(pixels.reduce(FitsRows.of(reader, 0))).image();
        }
    }

    /** What is done to an exposure with this header. */
    public static Recipe recipe(Header header, Masters masters, SolveAstrometry astrometry) {
        SkySteps sky = new SkySteps(astrometry, Optional.empty(), Optional.empty());
        return done(Imaging.science(detector(header), masters, exposure(header), Set.of(), sky));
    }

    /** The header of an exposure as it was written. */
    Header header(int exposure) throws IOException, BadFitsException {
        try (ImageReader reader = ImageReader.open(files("sci").get(exposure))) {
            return reader.file().primary().header();
        }
    }

    /** The raw files of a kind: bias, dark, flat or sci. */
    public List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("raw"))) {
            return files.filter(file -> file.getFileName().toString().matches(kind + "_\\d+\\.fits"))
                    .sorted()
                    .toList();
        }
    }

    public static Detector detector(Header header) {
        Amplifier amplifier = new Amplifier(
                Section.parse(header.text("TRIMSEC").orElseThrow()),
                Optional.of(Section.parse(header.text("BIASSEC").orElseThrow())),
                header.number("GAIN"),
                header.number("RDNOISE"),
                header.number("SATURATE"));
        return Detector.of(DETECTOR, 0, amplifier);
    }

    static Duration exposure(Header header) {
        return Duration.ofMillis(Math.round(1000 * header.number("EXPTIME").orElseThrow()));
    }

    private static <T> T done(Outcome<T> outcome) {
        return outcome.fold(value -> value, failure -> {
            throw new IllegalStateException(failure.reason());
        });
    }
}

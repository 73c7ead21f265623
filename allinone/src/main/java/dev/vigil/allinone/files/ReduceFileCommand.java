package dev.vigil.allinone.files;

import dev.vigil.calibrator.References;
import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.instruments.Recipes;
import dev.vigil.instruments.checks.Measurable;
import dev.vigil.reduction.products.ProductForm;
import dev.vigil.reduction.products.Regions;
import dev.vigil.reduction.steps.SolveAstrometry;
import dev.vigil.scheduler.association.Hopeless;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.association.Wanted;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.ReduceFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigil reduce-file}: frames on this machine, without a broker. */
@Command(
        name = "reduce-file",
        mixinStandardHelpOptions = true,
        description = {
            "Reduce science frames that lie on this machine: no broker, no database, nothing running.",
            "The products are those that a calibrator makes, byte for byte; they stand below --out as in an archive.",
            "Exit status 0 if every frame was reduced, 1 if one was not (the reason is printed), 2 for a wrong command."
        })
public final class ReduceFileCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Science frames: FITS, plain or .fz, .gz, .bz2.")
    private List<Path> files;

    @Option(
            names = "--masters",
            paramLabel = "DIR",
            description = "A folder of masters; those that fit are chosen, the nearest in time.")
    private Path masters;

    @Option(
            names = "--recipe",
            paramLabel = "NAME",
            completionCandidates = RecipeNames.class,
            description =
                    "The recipe (default: that of the instrument profile): imaging, or imaging-apertures, which does not fit sources as points.")
    private String recipe;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "reduced",
            description = "Where products go (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--compression",
            paramLabel = "HOW",
            description =
                    "How products are packed: none, lossless or rice (default: calibrator.compression of the settings).")
    private String compression;

    @Option(
            names = "--references",
            paramLabel = "FILE",
            description =
                    "A reference catalogue that vigil refcat import made, by whose stars frames get coordinates and"
                            + " zero points (default: calibrator.references of the settings; without one frames keep the"
                            + " coordinates of their telescope).")
    private Path references;

    @Option(
            names = "--regions",
            description = "Write the sources of each detector as a regions file for ds9, <product>.<number>.reg.")
    private boolean regions;

    @Mixin
    private CameraOptions camera;

    @Spec
    private CommandSpec spec;

    /** Completes the names of recipes. */
    static final class RecipeNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        RecipeNames() {
            super(Recipes.BUILT);
        }
    }

    private final Terminal terminal = new Terminal(System.out);
    private final SolvedFrames solved = new SolvedFrames();

    @Override
    public Integer call() throws Exception {
        if (recipe != null && !Recipes.BUILT.contains(recipe)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no recipe '" + recipe + "'; there are " + String.join(", ", Recipes.BUILT));
        }
        Clock clock = Clock.systemUTC();
        Config config = Config.fromEnvironment();
        ProgressBar bar = new ProgressBar("reducing", files.size(), terminal, clock);
        try (Workplace place = Workplace.open(camera.finder(config), out, form(config), catalogue(config), clock)) {
            MasterFolder folder = place.masters(Optional.ofNullable(masters));
            folder.remarks().forEach(terminal::line);
            int failed = 0;
            for (int i = 0; i < files.size(); i++) {
                bar.show(i);
                failed += reduced(place, new MasterSearch(folder), files.get(i)) ? 0 : 1;
            }
            bar.end();
            return failed == 0 ? 0 : 1;
        }
    }

    private ProductForm form(Config config) {
        return compression == null
                ? ProductForm.named(config.read(in -> in.get(Settings.CALIBRATOR_COMPRESSION)))
                : WrongCallException.checked(() -> ProductForm.named(compression));
    }

    private SolveAstrometry catalogue(Config config) throws IOException {
        return References.open(
                references == null
                        ? config.read(in -> in.get(Settings.CALIBRATOR_REFERENCES))
                        : Optional.of(references));
    }

    private boolean reduced(Workplace place, MasterSearch search, Path file) throws IOException {
        try {
            GivenFrame frame = place.frame(file);
            FrameReduced done = reduced(place, search, frame);
            terminal.line(line(file, place, done));
            if (regions) {
                drawRegions(
                        place.product(done.products().get(0).file()),
                        done.detectors().size());
            }
            place.forget(frame);
            return true;
        } catch (UnusableException e) {
            terminal.line("failed: " + e.getMessage());
            return false;
        }
    }

    /** One file for each detector, because positions are those of its image. */
    private void drawRegions(Path product, int detectors) throws IOException, UnusableException {
        for (int detector = 1; detector <= detectors; detector++) {
            Path file = product.resolveSibling(product.getFileName() + "." + detector + ".reg");
            try {
                Files.write(file, Regions.of(product, detector));
            } catch (BadFitsException e) {
                throw new UnusableException(product + ": " + e.getMessage());
            }
            terminal.line("  " + file);
        }
    }

    private FrameReduced reduced(Workplace place, MasterSearch search, GivenFrame frame)
            throws IOException, UnusableException {
        mustBeReducible(frame);
        Wanted wanted = Wanted.of(
                frame.identity().unit(), SetKey.nightName(frame.identity().night()), frame.taken(), frame.facts());
        ReduceFrame work = new ReduceFrame(
                frame.identity(),
                recipe == null ? frame.facts() : frame.facts().reducedBy(recipe),
                frame.readable(),
                search.mastersFor(frame.file().toString(), wanted),
                solved.near(frame),
                Optional.empty());
        Object answer = place.answer(frame.identity().unit(), work);
        if (answer instanceof FrameFailed failed) {
            throw new UnusableException(frame.file() + ": " + failed.reason() + "; " + failed.remedy());
        }
        FrameReduced reduced = (FrameReduced) answer;
        solved.add(frame, reduced);
        return reduced;
    }

    private void mustBeReducible(GivenFrame frame) throws UnusableException {
        FrameType type = frame.identity().type();
        Optional<Hopeless> hopeless = Hopeless.of(frame.facts());
        if (SetKey.kindOf(type).isPresent()) {
            String word = type.name().toLowerCase(Locale.ROOT);
            throw new UnusableException(frame.file() + ": it is a " + word
                    + " frame, which is not reduced. Combine it: vigil masters combine FILE… --type " + word
                    + " --out DIR");
        } else if (frame.identity().lastLevel() != Level.REDUCED) {
            throw new UnusableException(frame.file() + ": by the instrument profile a frame of type "
                    + type.name().toLowerCase(Locale.ROOT) + " is not reduced");
        } else if (hopeless.isPresent()) {
            throw new UnusableException(frame.file() + ": " + hopeless.get().reason() + "; "
                    + hopeless.get().remedy());
        }
    }

    private static String line(Path file, Workplace place, FrameReduced reduced) {
        List<String> said = new ArrayList<>();
        Measurements found = reduced.measurements();
        found.sources().ifPresent(count -> said.add(count + " sources"));
        found.seeing()
                .ifPresent(pixels -> said.add(String.format(Locale.ROOT, "seeing %.2f pixels", pixels)
                        + found.seeingArcsec()
                                .map(arcsec -> String.format(Locale.ROOT, " or %.2f arcsec", arcsec))
                                .orElse("")));
        found.sky().ifPresent(sky -> said.add(String.format(Locale.ROOT, "sky %.0f electrons", sky)));
        say(found, Measurable.ASTROMETRY_RESIDUAL, "placed within %.3f arcsec").ifPresent(said::add);
        say(found, Measurable.ZERO_POINT, "zero point %.3f").ifPresent(said::add);
        reduced.flags().forEach(said::add);
        return file + ": " + String.join(", ", said) + "\n  "
                + place.product(reduced.products().get(0).file());
    }

    private static Optional<String> say(Measurements found, Measurable which, String how) {
        return Optional.ofNullable(found.others().get(which.key()))
                .map(value -> String.format(Locale.ROOT, how, value));
    }
}

package dev.vigil.allinone.files;

import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.ImageReader;
import dev.vigil.reduction.findings.Fringes;
import dev.vigil.reduction.masters.BuiltMaster;
import dev.vigil.reduction.masters.FinishedDetector;
import dev.vigil.reduction.masters.FringeBuilder;
import dev.vigil.reduction.masters.FringeInput;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.masters.MasterRules;
import dev.vigil.reduction.products.MasterFile;
import dev.vigil.reduction.products.ProductStory;
import dev.vigil.reduction.recipes.Outcome;
import dev.vigil.reduction.recipes.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigil masters fringe}: a fringe frame of frames that were reduced already. */
@Command(
        name = "fringe",
        mixinStandardHelpOptions = true,
        description = {
            "Make a fringe frame of reduced frames of one filter that looked at different fields.",
            "Put it beside the instrument profile and name it there: recipe: {fringes: [{filter: z, file: NAME}]}. Frames"
                    + " that were corrected by a fringe frame already are refused.",
            "Exit status 0 if it was made, 1 if not (the reason is printed), 2 for a wrong command."
        })
final class FringeCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Reduced frames, as reduce-file makes them.")
    private List<Path> files;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The fringe frame.")
    private Path out;

    @Option(
            names = "--minimum",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many frames it takes at least (default: ${DEFAULT-VALUE}).")
    private int minimum;

    private final Terminal terminal = new Terminal(System.out);

    @Override
    public Integer call() throws IOException {
        Map<Path, ImageReader> readers = new LinkedHashMap<>();
        try {
            for (Path file : files) {
                readers.put(file, open(file));
            }
            write(made(readers));
            return 0;
        } catch (UnusableException e) {
            terminal.line("failed: " + e.getMessage());
            return 1;
        } finally {
            for (ImageReader reader : readers.values()) {
                reader.close();
            }
        }
    }

    private static ImageReader open(Path file) throws IOException, UnusableException {
        try {
            return ImageReader.open(file);
        } catch (BadFitsException e) {
            throw new UnusableException(file + " is no FITS file: " + e.getMessage());
        }
    }

    private MasterFile made(Map<Path, ImageReader> readers) throws UnusableException {
        String filter = filter(readers);
        MasterRules rules = MasterRules.DEFAULT.withFewestFrames(Math.max(1, minimum));
        List<String> names = FringeInput.detectors(readers.values().iterator().next());
        if (names.isEmpty()) {
            throw new UnusableException(files.get(0) + " is no reduced frame: it has no SCI extension; give files that"
                    + " vigil reduce-file made");
        }
        ProgressBar bar = new ProgressBar("detectors", names.size(), terminal, Clock.systemUTC());
        List<FinishedDetector> detectors = new ArrayList<>();
        Map<String, String> leftOut = new TreeMap<>();
        for (String name : names) {
            bar.show(detectors.size());
            FringeBuilder.Built built = built(name, inputs(name, readers), rules);
            detectors.add(FinishedDetector.of(built.detector()));
            leftOut.putAll(built.leftOut());
        }
        bar.end();
        leftOut.forEach((frame, why) -> terminal.line("left out " + frame + ": " + why));
        return file(readers, filter, detectors, leftOut, rules);
    }

    private String filter(Map<Path, ImageReader> readers) throws UnusableException {
        String first = primary(readers.get(files.get(0))).text("FILTER").orElse("");
        for (Map.Entry<Path, ImageReader> other : readers.entrySet()) {
            String filter = primary(other.getValue()).text("FILTER").orElse("");
            if (!filter.equals(first)) {
                throw new UnusableException(other.getKey() + " was taken in the filter '" + filter + "' and "
                        + files.get(0) + " in '" + first + "': every filter has fringes of its own");
            }
            if (other.getValue().file().hdus().stream()
                    .anyMatch(hdu -> hdu.header().has(Fringes.ID))) {
                throw new UnusableException(other.getKey() + " was corrected by a fringe frame already: reduce it"
                        + " without recipe.fringes first");
            }
        }
        return first;
    }

    private static Header primary(ImageReader reader) {
        return reader.file().primary().header();
    }

    private static List<FringeInput> inputs(String detector, Map<Path, ImageReader> readers) throws UnusableException {
        List<FringeInput> inputs = new ArrayList<>();
        for (Map.Entry<Path, ImageReader> frame : readers.entrySet()) {
            if (FringeInput.detectors(frame.getValue()).contains(detector)) {
                inputs.add(input(frame.getKey(), frame.getValue(), detector));
            }
        }
        return inputs;
    }

    private static FringeInput input(Path file, ImageReader reader, String detector) throws UnusableException {
        try {
            return FringeInput.of(primary(reader).text("FRAMEID").orElse(file.toString()), reader, detector);
        } catch (BadFitsException e) {
            throw new UnusableException(file + ": " + e.getMessage());
        }
    }

    private static FringeBuilder.Built built(String detector, List<FringeInput> inputs, MasterRules rules)
            throws UnusableException {
        Outcome<FringeBuilder.Built> outcome = FringeBuilder.build(detector, inputs, rules);
        if (outcome instanceof Outcome.Failed<FringeBuilder.Built> failed) {
            throw new UnusableException(failed.failure().toString());
        }
        return ((Outcome.Done<FringeBuilder.Built>) outcome).value();
    }

    private static MasterFile file(
            Map<Path, ImageReader> readers,
            String filter,
            List<FinishedDetector> detectors,
            Map<String, String> leftOut,
            MasterRules rules) {
        Header first = primary(readers.values().iterator().next());
        List<String> frames = new ArrayList<>();
        readers.forEach(
                (file, reader) -> frames.add(primary(reader).text("FRAMEID").orElse(file.toString())));
        frames.removeAll(leftOut.keySet());
        Collections.sort(frames);
        ProductStory story = new ProductStory(
                "fringe " + filter,
                1,
                first.text("UNIT").orElse(""),
                Optional.empty(),
                "",
                List.of(),
                first.text("SOFTWARE").orElse(""));
        List<Recipe> recipes =
                detectors.stream().map(detector -> Recipe.of("fringe", 1)).toList();
        Header label = Header.builder().put("FILTER", filter, "the filter").build();
        return new MasterFile(
                story, new BuiltMaster(MasterKind.FRINGE, detectors, frames, leftOut), rules, recipes, label);
    }

    /** Under its name there is either the whole file or none. */
    private void write(MasterFile file) throws IOException {
        Path folder = Files.createDirectories(out.toAbsolutePath().getParent());
        Path part = folder.resolve("." + out.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            FitsWriter.write(part, file.hdus());
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        file.master()
                .detectors()
                .forEach(detector -> terminal.line(String.format(
                        Locale.ROOT,
                        "detector %s: of %d frames, fringes of %.3g of the sky",
                        detector.name(),
                        file.master().frameIds().size(),
                        detector.quality().scatter())));
        terminal.line("  " + out);
    }
}

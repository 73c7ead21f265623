package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.ImageReader;
import dev.vigil.reduction.Imaging;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.masters.MasterBuilder.DetectorStack;
import dev.vigil.reduction.masters.Masters;
import dev.vigil.reduction.masters.StackInput;
import dev.vigil.reduction.pixels.FitsRows;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.CalibrationInput;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.MasterKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The frames of a master, open for reading, and what is done to each. A frame that cannot be read is left out by name. */
final class CalibrationStack implements AutoCloseable {
    private final BuildMaster work;
    private final Signatures signatures;
    private final Calibration calibration;
    private final List<CalibrationInput> usable = new ArrayList<>();
    private final List<ImageReader> readers = new ArrayList<>();
    private final Map<String, List<StackInput>> byDetector = new LinkedHashMap<>();
    private final Map<String, String> unusable = new TreeMap<>();

    private CalibrationStack(BuildMaster work, Signatures signatures, Calibration calibration) {
        this.work = work;
        this.signatures = signatures;
        this.calibration = calibration;
    }

    static CalibrationStack open(BuildMaster work, Inputs inputs, Signatures signatures, Calibration calibration)
            throws ArchiveException, TroubleException {
        CalibrationStack stack = new CalibrationStack(work, signatures, calibration);
        try {
            stack.addAll(inputs);
            return stack;
        } catch (ArchiveException | TroubleException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void addAll(Inputs inputs) throws ArchiveException, TroubleException {
        List<CalibrationInput> sorted = work.inputs().stream()
                .sorted(Comparator.comparing(input -> input.identity().frame().value()))
                .toList();
        List<Trouble> troubles = new ArrayList<>();
        for (CalibrationInput input : sorted) {
            try {
                add(input, inputs);
            } catch (TroubleException e) {
                unusable.put(input.identity().frame().value(), e.trouble().reason());
                troubles.add(e.trouble());
            }
        }
        if (usable.isEmpty()) {
            throw none(troubles).thrown();
        }
    }

    /** What is wrong with all is most likely the same. */
    private static Trouble none(List<Trouble> troubles) {
        return troubles.stream()
                .findFirst()
                .map(first -> new Trouble(
                        first.category(),
                        "none of its " + troubles.size() + " frames can be used; the first: " + first.reason(),
                        first.remedy()))
                .orElseGet(() -> new Trouble(
                        FailureCategory.TOO_FEW_INPUTS, "it was to be made of no frames", "take calibration frames"));
    }

    private void add(CalibrationInput input, Inputs inputs) throws ArchiveException, TroubleException {
        ImageReader reader = inputs.opened(input.file());
        readers.add(reader);
        Map<String, StackInput> stacked = new LinkedHashMap<>();
        for (dev.vigil.schemas.events.Detector said : input.facts().detectors()) {
            stacked.put(said.name(), stackInput(input, signatures.detector(work.unit(), said, input.facts()), reader));
        }
        usable.add(input);
        stacked.forEach((name, one) ->
                byDetector.computeIfAbsent(name, same -> new ArrayList<>()).add(one));
    }

    private StackInput stackInput(CalibrationInput input, Detector detector, ImageReader reader)
            throws ArchiveException, TroubleException {
        return Inputs.explaining(input.file().key(), () -> {
            FitsRows rows = FitsRows.of(reader, detector.hdu());
            mustReachItsEnd(reader, detector, rows.size());
            return new StackInput(
                    input.identity().frame().value(), rows, recipe(input.facts(), detector), scale(input));
        });
    }

    /** A file that is too short is better found now, while it can be left out by name. */
    private static void mustReachItsEnd(ImageReader reader, Detector detector, Size size)
            throws IOException, BadFitsException {
        reader.readRows(detector.hdu(), size.height() - 1, 1);
    }

    private Recipe recipe(FrameFacts facts, Detector detector) throws ArchiveException, TroubleException {
        Masters masters = calibration.of(work.masters(), detector.name());
        return switch (work.kind()) {
            case BIAS -> Imaging.bias(detector);
            case DARK -> FramePlan.orTrouble(Imaging.dark(detector, masters, Translation.required(facts)));
            case FLAT ->
                FramePlan.orTrouble(
                        Imaging.flat(detector, masters, FramePlan.exposure(facts), Translation.required(facts)));
        };
    }

    /** A dark is brought to one second. */
    private double scale(CalibrationInput input) throws TroubleException {
        if (work.kind() != MasterKind.DARK) {
            return 1;
        }
        double seconds = input.facts().exposureTime().orElse(Duration.ZERO).toNanos() / 1e9;
        if (!(seconds > 0)) {
            throw new Trouble(
                            FailureCategory.IMPOSSIBLE_VALUE,
                            input.identity().frame().path() + " is a dark without an exposure time",
                            "have the camera write EXPTIME, or call such frames bias in the instrument profile")
                    .thrown();
        }
        return 1 / seconds;
    }

    List<CalibrationInput> usable() {
        return Collections.unmodifiableList(usable);
    }

    /** The frames that cannot be read, with the reason. */
    Map<String, String> unusable() {
        return Collections.unmodifiableMap(unusable);
    }

    /** The frames of each detector; every frame must have the same detectors. */
    List<DetectorStack> detectors() throws TroubleException {
        for (Map.Entry<String, List<StackInput>> detector : byDetector.entrySet()) {
            if (detector.getValue().size() != usable.size()) {
                throw new Trouble(
                                FailureCategory.IMPOSSIBLE_VALUE,
                                "only " + detector.getValue().size() + " of its " + usable.size()
                                        + " frames have the detector " + detector.getKey(),
                                "frames of one set must have the same detectors: exclude those that differ")
                        .thrown();
            }
        }
        return byDetector.entrySet().stream()
                .map(detector -> new DetectorStack(detector.getKey(), detector.getValue()))
                .toList();
    }

    /** The recipe of each detector, as the first frame goes through it. */
    List<Recipe> recipes() {
        return byDetector.values().stream()
                .map(inputs -> inputs.get(0).recipe())
                .toList();
    }

    @Override
    public void close() throws ArchiveException {
        calibration.close();
        for (ImageReader reader : readers) {
            try {
                reader.close();
            } catch (IOException e) {
                throw ArchiveException.of("closing a frame of " + work.master(), e);
            }
        }
    }
}

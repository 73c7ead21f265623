package dev.vigil.reduction;

import dev.vigil.reduction.cosmicrays.CosmicRays;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.masters.Masters;
import dev.vigil.reduction.pointspread.PointSettings;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.Outcome;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.recipes.Step;
import dev.vigil.reduction.sources.SourceSettings;
import dev.vigil.reduction.steps.DivideFlat;
import dev.vigil.reduction.steps.FitPointSources;
import dev.vigil.reduction.steps.FlagBleeds;
import dev.vigil.reduction.steps.FlagCosmicRays;
import dev.vigil.reduction.steps.FlagStreaks;
import dev.vigil.reduction.steps.MakeLinear;
import dev.vigil.reduction.steps.MaskSaturated;
import dev.vigil.reduction.steps.MeasureSources;
import dev.vigil.reduction.steps.PredictNoise;
import dev.vigil.reduction.steps.SkySteps;
import dev.vigil.reduction.steps.SubtractBias;
import dev.vigil.reduction.steps.SubtractCrosstalk;
import dev.vigil.reduction.steps.SubtractDark;
import dev.vigil.reduction.steps.SubtractFringes;
import dev.vigil.reduction.steps.SubtractOverscan;
import dev.vigil.reduction.steps.ToElectrons;
import dev.vigil.reduction.steps.Trim;
import dev.vigil.reduction.streaks.Streaks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The recipes of CCD and CMOS cameras that take images: one for science frames, one for the frames of each master. */
public final class Imaging {
    private static final String NAME = "imaging";
    private static final int VERSION = 1;

    private Imaging() {}

    /** From raw counts to electrons with their variance, free of the camera's signature. */
    public static Outcome<Recipe> science(
            Detector detector, Masters masters, Duration exposure, Set<MasterKind> required) {
        return science(detector, masters, exposure, required, SkySteps.WITHOUT_REFERENCES);
    }

    /** The same, placed on the sky by a catalogue's stars. */
    public static Outcome<Recipe> science(
            Detector detector, Masters masters, Duration exposure, Set<MasterKind> required, SkySteps sky) {
        return objection(detector, masters, required, true)
                .<Outcome<Recipe>>map(Outcome::failed)
                .orElseGet(() -> Outcome.done(scienceSteps(detector, masters, exposure, sky)));
    }

    private static Recipe scienceSteps(Detector detector, Masters masters, Duration exposure, SkySteps sky) {
        Detector assembled = detector.assembled();
        List<Step> steps = electrons(detector, masters);
        steps.add(new PredictNoise(assembled));
        masters.dark().ifPresent(dark -> steps.add(new SubtractDark(dark, exposure)));
        masters.flat().ifPresent(flat -> steps.add(new DivideFlat(flat)));
        masters.fringe().ifPresent(fringe -> steps.add(new SubtractFringes(fringe)));
        if (detector.canSaturate()) {
            steps.add(new FlagBleeds());
        }
        steps.add(new FlagStreaks(Streaks.DEFAULT));
        steps.add(new FlagCosmicRays(CosmicRays.DEFAULT));
        steps.add(new MeasureSources(SourceSettings.DEFAULT));
        steps.add(new FitPointSources(PointSettings.DEFAULT));
        steps.addAll(sky.steps(exposure));
        return new Recipe(NAME, VERSION, steps);
    }

    /** What is done to a bias frame before it is stacked; the result is in ADU. */
    public static Recipe bias(Detector detector) {
        return new Recipe(NAME + "-bias", VERSION, counts(detector));
    }

    /** What is done to a dark frame before it is scaled to one second and stacked; the result is in electrons. */
    public static Outcome<Recipe> dark(Detector detector, Masters masters, Set<MasterKind> required) {
        return objection(detector, masters, required, false)
                .<Outcome<Recipe>>map(Outcome::failed)
                .orElseGet(() -> Outcome.done(new Recipe(NAME + "-dark", VERSION, electrons(detector, masters))));
    }

    /** What is done to a flat frame before it is scaled to the others and stacked; the result is in electrons. */
    public static Outcome<Recipe> flat(
            Detector detector, Masters masters, Duration exposure, Set<MasterKind> required) {
        return objection(detector, masters, required, false)
                .<Outcome<Recipe>>map(Outcome::failed)
                .orElseGet(() -> Outcome.done(flatSteps(detector, masters, exposure)));
    }

    private static Recipe flatSteps(Detector detector, Masters masters, Duration exposure) {
        List<Step> steps = electrons(detector, masters);
        masters.dark().ifPresent(dark -> steps.add(new SubtractDark(dark, exposure)));
        return new Recipe(NAME + "-flat", VERSION, steps);
    }

    private static List<Step> counts(Detector detector) {
        List<Step> steps = new ArrayList<>();
        steps.add(new MaskSaturated(detector));
        if (detector.hasOverscan()) {
            steps.add(new SubtractOverscan(detector));
        }
        if (!detector.leaks().isEmpty()) {
            steps.add(new SubtractCrosstalk(detector));
        }
        steps.add(new Trim(detector));
        return steps;
    }

    private static List<Step> electrons(Detector detector, Masters masters) {
        List<Step> steps = counts(detector);
        masters.bias().ifPresent(bias -> steps.add(new SubtractBias(bias)));
        Detector assembled = detector.assembled();
        if (assembled.isNonLinear()) {
            steps.add(new MakeLinear(assembled));
        }
        steps.add(new ToElectrons(assembled));
        return steps;
    }

    private static Optional<Failure> objection(
            Detector detector, Masters masters, Set<MasterKind> required, boolean noiseMatters) {
        if (lacks(detector, amplifier -> amplifier.gain().isEmpty())) {
            return Optional.of(gainUnknown(detector));
        }
        if (noiseMatters && lacks(detector, amplifier -> amplifier.readNoise().isEmpty())) {
            return Optional.of(readNoiseUnknown(detector));
        }
        return required.stream()
                .sorted()
                .filter(kind -> masters.of(kind).isEmpty())
                .findFirst()
                .map(kind -> missing(detector, kind));
    }

    private static boolean lacks(Detector detector, Predicate<Amplifier> unknown) {
        return detector.amplifiers().stream().anyMatch(unknown);
    }

    private static Failure gainUnknown(Detector detector) {
        return new Failure(
                Failure.Kind.GAIN_UNKNOWN,
                "The gain of detector " + detector.name() + " in electrons per ADU is unknown",
                "Have the camera write EGAIN, or give its gain in the instrument profile (vigil instrument gain measures it), and"
                        + " reduce the frame again");
    }

    private static Failure readNoiseUnknown(Detector detector) {
        return new Failure(
                Failure.Kind.READ_NOISE_UNKNOWN,
                "The read noise of detector " + detector.name() + " in electrons is unknown",
                "Have the camera write RDNOISE, or give its read noise in the instrument profile, and reduce the frame"
                        + " again");
    }

    private static Failure missing(Detector detector, MasterKind kind) {
        return new Failure(
                Failure.Kind.MASTER_MISSING,
                "Detector " + detector.name() + " needs a " + kind.word() + " master and was given none",
                "Take " + kind.word() + " frames of this configuration, or let the instrument profile do without");
    }
}

package dev.vigil.reduction.masters;

import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.Levels;
import dev.vigil.reduction.recipes.Outcome;
import dev.vigil.reduction.statistics.Median;
import dev.vigil.reduction.statistics.Robust;
import dev.vigil.reduction.statistics.SigmaClip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Makes masters from stacks of frames: bias in ADU, dark in electrons per second, flat around one. */
public final class MasterBuilder {
    private final MasterKind kind;
    private final MasterRules rules;
    private final Map<String, String> leftOut = new TreeMap<>();

    private MasterBuilder(MasterKind kind, MasterRules rules) {
        this.kind = kind;
        this.rules = rules;
    }

    /**
     * Makes a master of this kind. Every detector's stack names the same frames, each with the recipe of its kind
     * ({@link dev.vigil.reduction.Imaging}) and the scale that brings it to the master's unit: 1 for a bias, 1 over the exposure in seconds
     * for a dark; a flat's scale is found here.
     */
    public static Outcome<BuiltMaster> build(MasterKind kind, List<DetectorStack> detectors, MasterRules rules) {
        return build(kind, detectors, rules, FinishedDetector::of);
    }

    /** The same, in the memory of one detector where what becomes of each keeps none. */
    public static <E extends Exception> Outcome<BuiltMaster> build(
            MasterKind kind, List<DetectorStack> detectors, MasterRules rules, Finish<E> finish) throws E {
        return new MasterBuilder(kind, rules).build(detectors, finish);
    }

    /** What becomes of a detector that is made. */
    public interface Finish<E extends Exception> {
        FinishedDetector of(MasterDetector made) throws E;
    }

    private <E extends Exception> Outcome<BuiltMaster> build(List<DetectorStack> detectors, Finish<E> finish) throws E {
        List<DetectorStack> usable = kind == MasterKind.FLAT ? scaledToEachOther(detectors) : detectors;
        List<String> frames = usable.get(0).frameIds();
        if (frames.size() < rules.fewestFrames()) {
            return Outcome.failed(tooFew(frames));
        }
        List<FinishedDetector> built = new ArrayList<>();
        for (DetectorStack detector : usable) {
            Outcome<Stacked> stacked = Stack.combine(detector.inputs(), clip());
            if (stacked instanceof Outcome.Failed<Stacked> failed) {
                return Outcome.failed(failed.failure());
            }
            built.add(finish.of(marked(detector.name(), ((Outcome.Done<Stacked>) stacked).value())));
        }
        return Outcome.done(new BuiltMaster(kind, built, frames, leftOut));
    }

    /** Whole counts of a quiet camera scatter by half a count at least. */
    private SigmaClip clip() {
        return new SigmaClip(rules.kappa(), kind == MasterKind.BIAS ? 0.5 : 0);
    }

    private MasterDetector marked(String name, Stacked stack) {
        if (kind == MasterKind.DARK) {
            markHot(stack.image());
        }
        if (kind == MasterKind.FLAT) {
            markUnresponsive(stack.image());
        }
        return new MasterDetector(
                name, stack.image(), stack.count(), MasterQuality.of(stack.image(), stack.clippedFraction()));
    }

    private void markHot(DetectorImage image) {
        float[] work = Robust.sample(image.science());
        float level = Robust.median(work, work.length);
        double limit = level + rules.hotSigma() * Robust.sigma(work, work.length, level);
        for (int i = 0; i < image.mask().length; i++) {
            image.mask()[i] |= image.science()[i] > limit ? MaskBit.BAD.value() : 0;
        }
    }

    private void markUnresponsive(DetectorImage image) {
        for (int i = 0; i < image.mask().length; i++) {
            float response = image.science()[i];
            boolean good = response >= rules.weakestResponse() && response <= rules.strongestResponse();
            image.mask()[i] |= good ? 0 : MaskBit.BAD.value();
        }
    }

    /** Divides every flat by one level for all its detectors, and leaves out what is too faint or saturated. */
    private List<DetectorStack> scaledToEachOther(List<DetectorStack> detectors) {
        Map<String, Double> scales = new HashMap<>();
        for (String frame : detectors.get(0).frameIds()) {
            OptionalDouble level = levelOf(frame, detectors);
            if (isGoodFlat(frame, level)) {
                scales.put(frame, 1 / level.getAsDouble());
            }
        }
        return detectors.stream().map(detector -> detector.scaledBy(scales)).toList();
    }

    private boolean isGoodFlat(String frame, OptionalDouble level) {
        if (level.isEmpty()) {
            leftOut.put(frame, "more than " + rules.mostSaturated() + " of its pixels are saturated");
        } else if (level.getAsDouble() < rules.faintestFlat()) {
            leftOut.put(frame, "its level of " + level.getAsDouble() + " electrons is below " + rules.faintestFlat());
        }
        return !leftOut.containsKey(frame);
    }

    private OptionalDouble levelOf(String frame, List<DetectorStack> detectors) {
        List<OptionalDouble> levels = detectors.stream()
                .map(detector -> detector.input(frame))
                .map(input -> Levels.median(input.recipe(), input.raw(), rules.mostSaturated()))
                .toList();
        return Median.known(levels);
    }

    private Failure tooFew(List<String> frames) {
        return new Failure(
                Failure.Kind.TOO_FEW_INPUTS,
                "Only " + frames.size() + " of the " + (frames.size() + leftOut.size()) + " " + kind.word()
                        + " frames can be used and " + rules.fewestFrames() + " are needed" + reasons(),
                "Take more " + kind.word() + " frames of this configuration");
    }

    private String reasons() {
        return leftOut.entrySet().stream()
                .map(entry -> ": " + entry.getKey() + " was left out because " + entry.getValue())
                .reduce("", String::concat);
    }

    /** All frames of one detector that a master is made from. */
    public record DetectorStack(String name, List<StackInput> inputs) {
        public DetectorStack {
            inputs = inputs.stream()
                    .sorted(Comparator.comparing(StackInput::frameId))
                    .toList();
        }

        List<String> frameIds() {
            return inputs.stream().map(StackInput::frameId).toList();
        }

        StackInput input(String frameId) {
            return inputs.stream()
                    .filter(input -> input.frameId().equals(frameId))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(frameId + " has no detector " + name));
        }

        DetectorStack scaledBy(Map<String, Double> scales) {
            List<StackInput> scaled = inputs.stream()
                    .filter(input -> scales.containsKey(input.frameId()))
                    .map(input -> input.scaledBy(scales.get(input.frameId())))
                    .toList();
            return new DetectorStack(name, scaled);
        }
    }
}

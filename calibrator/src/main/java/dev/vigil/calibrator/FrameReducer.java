package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.calibrator.plots.StarPlots;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.instruments.checks.Evidence;
import dev.vigil.instruments.checks.QualityChecks;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.findings.Flag;
import dev.vigil.reduction.products.FrameSummary;
import dev.vigil.reduction.products.ProductStory;
import dev.vigil.reduction.products.ReducedDetector;
import dev.vigil.reduction.products.ReducedFrame;
import dev.vigil.schemas.events.ChosenMaster;
import dev.vigil.schemas.events.DetectorOutcome;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.MasterNeed;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.RecipeUsed;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.ReductionKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reduces a frame by its recipe: one file, with three planes for each detector. */
record FrameReducer(
        Inputs inputs,
        Products products,
        FrameFiles files,
        DetectorReducer detectors,
        Quality quality,
        Signatures signatures,
        SkyKnowledge sky) {
    FrameDone reduce(ReduceFrame work) throws ArchiveException, TroubleException {
        FramePlan plan = FramePlan.of(work, signatures, sky.steps(work));
        QualityChecks checks = quality.ofReductions(work.identity().unit());
        RecipeUsed recipe = Quality.withChecks(plan.used(), checks);
        Optional<FrameFile> there = find(work, recipe);
        FrameFile file = there.isPresent() ? there.get() : make(work, plan, checks, ReductionIds.of(work, recipe));
        return done(work, recipe, checks, file);
    }

    /** The file that was made of this revision, else that of the earlier one that is the same. */
    private Optional<FrameFile> find(ReduceFrame work, RecipeUsed recipe) throws ArchiveException, TroubleException {
        Optional<FrameFile> own = files.find(work.identity(), ReductionIds.of(work, recipe));
        Optional<ReduceFrame> earlier = work.onEarlierRevision();
        return own.isPresent() || earlier.isEmpty() ? own : find(earlier.get(), recipe);
    }

    private FrameFile make(ReduceFrame work, FramePlan plan, QualityChecks checks, ReductionIds ids)
            throws ArchiveException, TroubleException {
        try (Shelf shelf = Shelf.of(plan.recipes().size(), products)) {
            ReducedFrame frame =
                    inputs.read(work.input(), reader -> reduced(new OpenFrame(work, reader, shelf), plan, ids));
            String reduction = frame.story().reductionId();
            drawStars(work, reduction, frame);
            Product product = products.publish(
                    ProductKind.IMAGE,
                    files.key(work.identity(), reduction),
                    Quality.checked(frame.hdus(), headers -> checks.on(evidence(work, headers))));
            return new FrameFile(reduction, work.identity().revision(), product);
        }
    }

    /** Before the image, so that whoever finds the image finds these too. */
    private void drawStars(ReduceFrame work, String reduction, ReducedFrame frame) throws ArchiveException {
        Optional<String> plots = StarPlots.of(parts(work, frame));
        if (plots.isPresent()) {
            byte[] svg = plots.get().getBytes(StandardCharsets.UTF_8);
            products.publish(ProductKind.PLOT, plotsOf(work, reduction), out -> out.write(svg));
        }
    }

    /** In the order of the file, those that could not be reduced too. */
    private static List<StarPlots.Part> parts(ReduceFrame work, ReducedFrame frame) {
        Map<String, ReducedDetector> good = frame.detectors().stream()
                .collect(Collectors.toMap(each -> each.detector().name(), Function.identity(), (one, same) -> one));
        return work.facts().detectors().stream()
                .map(said -> Optional.ofNullable(good.get(said.name()))
                        .map(each -> new StarPlots.Part(
                                said.name(), each.findings(), each.planes().size()))
                        .orElseGet(() -> new StarPlots.Part(said.name(), Findings.NONE, new Size(1, 1))))
                .toList();
    }

    private static ArchiveKey plotsOf(ReduceFrame work, String reduction) {
        return Names.product(work.identity(), reduction, ".stars.svg");
    }

    private static Evidence evidence(ReduceFrame work, List<Header> headers) {
        FrameSummary summary = FrameSummary.of(headers);
        return Quality.evidence(
                work.identity(),
                work.facts(),
                headers,
                Measured.onFrame(summary, Measured.scale(headers)),
                outcomes(summary),
                Translation.used(work.masters()));
    }

    /** A detector that fails leaves the others be; only a frame without any is a failure. */
    private ReducedFrame reduced(OpenFrame frame, FramePlan plan, ReductionIds ids)
            throws ArchiveException, TroubleException {
        Map<String, Trouble> troubles = new LinkedHashMap<>(plan.troubles());
        List<ReducedDetector> good = new ArrayList<>();
        for (Attempt attempt :
                detectors.reduce(frame, List.copyOf(plan.recipes().keySet()))) {
            attempt.into(good, troubles);
        }
        if (good.isEmpty()) {
            throw troubles.values().iterator().next().thrown();
        }
        Map<String, String> bad = new LinkedHashMap<>();
        troubles.forEach((name, trouble) -> bad.put(name, trouble.reason()));
        ReducedFrame alone = new ReducedFrame(story(frame.work(), ids.alone()), frame.primary(), good, bad);
        return alone.hasAskedOtherFrames() ? alone.with(story(frame.work(), ids.asking())) : alone;
    }

    private static ProductStory story(ReduceFrame work, String reduction) {
        return new ProductStory(
                work.identity().frame().value(),
                work.identity().revision(),
                work.identity().unit(),
                work.identity().night(),
                reduction,
                Translation.uses(work.masters()),
                Software.NAME);
    }

    /** From what the file says, be it new or old. */
    private FrameDone done(ReduceFrame work, RecipeUsed recipe, QualityChecks checks, FrameFile file)
            throws ArchiveException, TroubleException {
        List<Header> headers = products.headers(file.product()).hdus().stream()
                .map(Hdu::header)
                .toList();
        FrameSummary summary = FrameSummary.of(headers);
        return new FrameDone(
                ReductionKind.FULL,
                file.reduction(),
                recipe,
                outcomes(summary),
                Translation.used(work.masters()),
                withPlots(work, file),
                Measured.onFrame(summary, Measured.scale(headers)),
                flags(work, summary),
                Checked.of(checks.on(evidence(work, headers))),
                Translation.placed(summary.pointing()),
                file.sameAs(work.identity()));
    }

    private List<Product> withPlots(ReduceFrame work, FrameFile file) throws ArchiveException {
        List<Product> all = new ArrayList<>(List.of(file.product()));
        products.find(ProductKind.PLOT, plotsOf(work, file.reduction())).ifPresent(all::add);
        return all;
    }

    /** What was not measured, and which master the frame would have liked and went without. */
    private static List<String> flags(ReduceFrame work, FrameSummary summary) {
        Set<MasterKind> used = work.masters().stream().map(ChosenMaster::kind).collect(Collectors.toSet());
        Stream<String> without = work.facts().masters().stream()
                .map(MasterNeed::kind)
                .filter(kind -> !used.contains(kind))
                .map(kind -> "NO_" + kind);
        Stream<String> unmeasured = summary.measurement().flags().stream().map(Flag::name);
        return Stream.concat(without, unmeasured).sorted().toList();
    }

    private static List<DetectorOutcome> outcomes(FrameSummary summary) {
        List<DetectorOutcome> outcomes = new ArrayList<>();
        summary.good().forEach(name -> outcomes.add(new DetectorOutcome(name, true, Optional.empty())));
        summary.bad().forEach((name, reason) -> outcomes.add(new DetectorOutcome(name, false, Optional.of(reason))));
        return outcomes;
    }
}

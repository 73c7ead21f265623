package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.archive.ArchiveKey;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.instruments.checks.QualityChecks;
import dev.vigil.reduction.masters.BuiltMaster;
import dev.vigil.reduction.masters.FinishedDetector;
import dev.vigil.reduction.masters.MasterBuilder;
import dev.vigil.reduction.masters.MasterLook;
import dev.vigil.reduction.masters.MasterRules;
import dev.vigil.reduction.products.MasterFile;
import dev.vigil.reduction.products.MasterSummary;
import dev.vigil.reduction.products.ProductStory;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.CalibrationInput;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.MasterInput;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.StoredFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes a master of calibration frames: one file, with four planes for each detector. */
record MasterMaker(Inputs inputs, Products products, MasterCache masters, Quality quality, Signatures signatures) {

    /** Whether the very master of this task is in the archive already. */
    boolean isMade(BuildMaster work) throws ArchiveException, TroubleException {
        MasterRules rules = rules(work);
        try (CalibrationStack stack = CalibrationStack.open(work, inputs, signatures, Calibration.named())) {
            String hash = Names.hash(story(work, stack, rules, quality.ofMasters(work)));
            return products.find(ProductKind.MASTER, Names.master(work, hash)).isPresent();
        }
    }

    private static MasterRules rules(BuildMaster work) {
        return MasterRules.DEFAULT.withFewestFrames(Math.max(1, work.minimum()));
    }

    MasterDone make(BuildMaster work) throws ArchiveException, TroubleException {
        MasterRules rules = rules(work);
        QualityChecks checks = quality.ofMasters(work);
        try (CalibrationStack stack = CalibrationStack.open(work, inputs, signatures, new ReadCalibration(masters))) {
            String hash = Names.hash(story(work, stack, rules, checks));
            ArchiveKey key = Names.master(work, hash);
            Only only = new Only(work.before());
            only.mayHave(key, stack.unusable());
            Optional<Product> there = products.find(ProductKind.MASTER, key);
            Product product = there.isPresent() ? there.get() : build(work, stack, rules, checks, hash, key);
            only.mayBe(product);
            return done(work, stack.unusable(), checks, product);
        }
    }

    /** All that the master's bytes follow from. */
    private static List<String> story(
            BuildMaster work, CalibrationStack stack, MasterRules rules, QualityChecks checks) {
        List<String> parts = new ArrayList<>(List.of(work.master().value(), rules.toString()));
        stack.usable().stream()
                .map(input -> input.identity().frame() + " revision "
                        + input.identity().revision())
                .sorted()
                .forEach(parts::add);
        stack.recipes().stream().map(Recipe::fingerprint).forEach(parts::add);
        checks.all().forEach(check -> parts.add(check.toString()));
        return parts;
    }

    private Product build(
            BuildMaster work,
            CalibrationStack stack,
            MasterRules rules,
            QualityChecks checks,
            String hash,
            ArchiveKey key)
            throws ArchiveException, TroubleException {
        List<MasterBuilder.DetectorStack> detectors = stack.detectors();
        try (Shelf shelf = Shelf.of(detectors.size(), products)) {
            BuiltMaster built = Inputs.explaining(
                    work.master().value(),
                    () -> FramePlan.orTrouble(MasterBuilder.build(
                            Translation.kind(work.kind()),
                            detectors,
                            rules,
                            made -> FinishedDetector.of(made).eachPlane(shelf::keep))));
            MasterFile file =
                    new MasterFile(story(work, hash), built, rules, stack.recipes(), label(work, stack, built));
            return products.publish(
                    ProductKind.MASTER,
                    key,
                    work.before().map(StoredFile::digest),
                    Quality.checked(file.hdus(), headers -> checks.on(Quality.evidence(work, headers))));
        }
    }

    private static Header label(BuildMaster work, CalibrationStack stack, BuiltMaster built) throws TroubleException {
        Set<String> leftOut = new TreeSet<>(stack.unusable().keySet());
        leftOut.addAll(built.leftOut().keySet());
        return MasterLabel.cards(work, middle(used(work, leftOut))).toBuilder()
                .addAll(MasterLook.of(built).cards())
                .build();
    }

    private static ProductStory story(BuildMaster work, String hash) {
        return new ProductStory(
                work.master().value(),
                work.version(),
                work.unit(),
                work.night(),
                hash,
                Translation.uses(work.masters()),
                Software.NAME);
    }

    /** From what the file says, be it new or old. */
    private MasterDone done(BuildMaster work, Map<String, String> unusable, QualityChecks checks, Product product)
            throws ArchiveException, TroubleException {
        List<Header> headers =
                products.headers(product).hdus().stream().map(Hdu::header).toList();
        MasterSummary summary = MasterSummary.of(headers.get(0));
        Set<String> leftOut = new TreeSet<>(unusable.keySet());
        leftOut.addAll(summary.leftOut().keySet());
        return new MasterDone(
                middle(used(work, leftOut)),
                fates(work, leftOut),
                product,
                summary.quality(),
                flags(unusable, summary),
                Checked.of(checks.on(Quality.evidence(work, headers))));
    }

    private static List<CalibrationInput> used(BuildMaster work, Set<String> leftOut) {
        return work.inputs().stream()
                .filter(input -> !leftOut.contains(input.identity().frame().value()))
                .toList();
    }

    private static List<MasterInput> fates(BuildMaster work, Set<String> leftOut) {
        return work.inputs().stream()
                .map(CalibrationInput::identity)
                .map(identity -> new MasterInput(
                        identity.frame(),
                        identity.revision(),
                        !leftOut.contains(identity.frame().value())))
                .toList();
    }

    private static List<String> flags(Map<String, String> unusable, MasterSummary summary) {
        List<String> flags = new ArrayList<>();
        unusable.forEach((frame, reason) -> flags.add("left out " + frame + ": " + reason));
        summary.leftOut().forEach((frame, reason) -> flags.add("left out " + frame + ": " + reason));
        return flags;
    }

    /** The mean of the middles of the exposures; ages count from there. */
    private static Instant middle(List<CalibrationInput> used) throws TroubleException {
        List<Instant> middles = used.stream()
                .flatMap(input -> SkyKnowledge.middle(input.facts()).stream())
                .toList();
        double millis = middles.stream()
                .mapToLong(Instant::toEpochMilli)
                .average()
                .orElseThrow(() -> new Trouble(
                                FailureCategory.MISSING_KEYWORD,
                                "none of its frames says when it was taken",
                                "have the camera write DATE-OBS")
                        .thrown());
        return Instant.ofEpochMilli(Math.round(millis));
    }
}

package dev.vigil.calibrator;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.instruments.FrameType;
import dev.vigil.instruments.Profiles;
import dev.vigil.instruments.checks.CheckLevel;
import dev.vigil.instruments.checks.CheckResult;
import dev.vigil.instruments.checks.Evidence;
import dev.vigil.instruments.checks.Measurable;
import dev.vigil.instruments.checks.QualityChecks;
import dev.vigil.reduction.products.MasterSummary;
import dev.vigil.reduction.recipes.Fingerprint;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.DetectorOutcome;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.MasterUsed;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.RecipeUsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the unit's profile expects of a frame, and what came of looking. */
record Quality(Profiles profiles) {
    private static final double SECONDS_OF_A_DAY = 86_400;

    /** What is expected of a raw frame that is looked at. */
    QualityChecks ofLooks(String unit) {
        return profiles.profileFor(unit).checks().at(CheckLevel.RAW, CheckLevel.QUICK_LOOK);
    }

    /** What is expected of a reduced frame. */
    QualityChecks ofReductions(String unit) {
        return profiles.profileFor(unit).checks().at(CheckLevel.RAW, CheckLevel.REDUCED);
    }

    /** What is expected of a master of this kind. */
    QualityChecks ofMasters(BuildMaster work) {
        return profiles.profileFor(work.unit()).checks().at(CheckLevel.MASTER).of(type(work));
    }

    private static FrameType type(BuildMaster work) {
        return FrameType.valueOf(work.kind().name());
    }

    /** The recipe with the checks at its end: under other limits the same pixels are another piece of work. */
    static RecipeUsed withChecks(RecipeUsed recipe, QualityChecks checks) {
        return checks.all().isEmpty()
                ? recipe
                : new RecipeUsed(recipe.name(), recipe.version(), Fingerprint.of(recipe.fingerprint() + "\n" + checks));
    }

    /** All that checks look at. */
    static Evidence evidence(
            FrameIdentity identity,
            FrameFacts facts,
            List<Header> headers,
            Measurements measurements,
            List<DetectorOutcome> detectors,
            List<MasterUsed> masters) {
        Map<String, Double> measured = measured(measurements);
        measured.put(Measurable.DETECTORS_LOST.key(), (double)
                detectors.stream().filter(each -> !each.good()).count());
        measured.putAll(ages(masters));
        return new Evidence(
                FrameType.valueOf(identity.type().name()),
                headers,
                measured,
                facts.surroundings(),
                new HashSet<>(facts.flags()));
    }

    /** All that checks of a master look at: what its header tells, and what the task says of its frames. */
    static Evidence evidence(BuildMaster work, List<Header> headers) {
        MasterSummary summary = MasterSummary.of(headers.get(0));
        Map<String, Double> measured = ages(Translation.used(work.masters()));
        Stream.of(Measurable.values())
                .filter(what -> what.carrier() == Measurable.Carrier.MASTER)
                .forEach(what -> put(
                        measured, what, Optional.ofNullable(summary.quality().get(what.carried()))));
        measured.put(
                Measurable.MASTER_LEFT_OUT.key(),
                work.inputs().size() - summary.quality().getOrDefault("frames", 0.0));
        put(measured, Measurable.MASTER_SPAN, span(work));
        return new Evidence(type(work), headers, measured, Map.of(), Set.of());
    }

    private static Optional<Double> span(BuildMaster work) {
        List<Instant> starts = work.inputs().stream()
                .flatMap(input -> input.facts().start().stream())
                .sorted()
                .toList();
        return starts.isEmpty()
                ? Optional.empty()
                : Optional.of(days(Duration.between(starts.get(0), starts.get(starts.size() - 1))));
    }

    private static Map<String, Double> ages(List<MasterUsed> masters) {
        Map<String, Double> ages = new HashMap<>();
        masters.forEach(master -> ages.put(master.kind().name().toLowerCase(Locale.ROOT) + "Age", days(master.age())));
        return ages;
    }

    private static double days(Duration time) {
        return time.toSeconds() / SECONDS_OF_A_DAY;
    }

    private static Map<String, Double> measured(Measurements said) {
        Map<String, Double> measured = new HashMap<>(said.others());
        put(measured, Measurable.LEVEL, said.level());
        put(measured, Measurable.SATURATED_FRACTION, said.saturatedFraction());
        put(measured, Measurable.SOURCES, said.sources().map(Long::doubleValue));
        put(measured, Measurable.SEEING, said.seeing());
        put(measured, Measurable.SEEING_ARCSEC, said.seeingArcsec());
        put(measured, Measurable.ELLIPTICITY, said.ellipticity());
        put(measured, Measurable.ELLIPTICITY_ANGLE, said.ellipticityAngle());
        put(measured, Measurable.SKY, said.sky());
        put(measured, Measurable.NOISE, said.noise());
        return measured;
    }

    private static void put(Map<String, Double> measured, Measurable what, Optional<Double> value) {
        value.ifPresent(number -> measured.put(what.key(), number));
    }

    /** The HDUs with the results in the primary header. */
    static List<OutputHdu> checked(List<OutputHdu> hdus, Function<List<Header>, List<CheckResult>> checking) {
        List<Header> headers = hdus.stream().map(OutputHdu::header).toList();
        Header cards = cards(checking.apply(headers));
        List<OutputHdu> checked = new ArrayList<>(hdus);
        checked.set(0, OutputHdu.empty(headers.get(0).toBuilder().addAll(cards).build()));
        return checked;
    }

    /** The results as cards of a product's header: 1 passed, 0 failed, no value where it failed to run; none where it does not apply. */
    private static Header cards(List<CheckResult> results) {
        Header.Builder cards = Header.builder();
        for (CheckResult result : results) {
            String keyword = result.check().card();
            switch (result.outcome()) {
                case PASSED -> cards.put(keyword, 1, result.check().says());
                case FAILED -> cards.put(keyword, 0, result.check().says());
                case FAILED_TO_RUN -> cards.putUnknown(keyword, result.why());
                case NOT_APPLICABLE -> cards.remove(keyword);
            }
        }
        QualityChecks.good(results)
                .ifPresent(good -> cards.put("QCGOOD", good ? 1 : 0, "1 if no check that matters failed"));
        return cards.build();
    }
}

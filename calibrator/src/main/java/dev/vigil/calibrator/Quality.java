package dev.vigil.calibrator;

import dev.vigil.imaging.Header;
import dev.vigil.instruments.FrameType;
import dev.vigil.instruments.Profiles;
import dev.vigil.instruments.checks.CheckLevel;
import dev.vigil.instruments.checks.CheckResult;
import dev.vigil.instruments.checks.Evidence;
import dev.vigil.instruments.checks.Measurable;
import dev.vigil.instruments.checks.QualityChecks;
import dev.vigil.reduction.Fingerprint;
import dev.vigil.schemas.events.DetectorOutcome;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.MasterUsed;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.RecipeUsed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
        masters.forEach(master -> measured.put(
                master.kind().name().toLowerCase(Locale.ROOT) + "Age",
                master.age().toSeconds() / SECONDS_OF_A_DAY));
        return new Evidence(
                FrameType.valueOf(identity.type().name()),
                headers,
                measured,
                facts.surroundings(),
                new HashSet<>(facts.flags()));
    }

    private static Map<String, Double> measured(Measurements said) {
        Map<String, Double> measured = new HashMap<>(said.others());
        put(measured, Measurable.LEVEL, said.level());
        put(measured, Measurable.SATURATED_FRACTION, said.saturatedFraction());
        put(measured, Measurable.SOURCES, said.sources().map(Long::doubleValue));
        put(measured, Measurable.SEEING, said.seeing());
        put(measured, Measurable.SEEING_ARCSEC, said.seeingArcsec());
        put(measured, Measurable.SKY, said.sky());
        put(measured, Measurable.NOISE, said.noise());
        return measured;
    }

    private static void put(Map<String, Double> measured, Measurable what, Optional<Double> value) {
        value.ifPresent(number -> measured.put(what.key(), number));
    }

    /** The results as cards of a product's header: 1 passed, 0 failed, no value where the check was not made. */
    static Header cards(List<CheckResult> results) {
        Header.Builder cards = Header.builder();
        for (CheckResult result : results) {
            String keyword = result.check().card();
            switch (result.outcome()) {
                case PASSED -> cards.put(keyword, 1, result.check().says());
                case FAILED -> cards.put(keyword, 0, result.check().says());
                default -> cards.putUnknown(keyword, result.why());
            }
        }
        QualityChecks.good(results)
                .ifPresent(good -> cards.put("QCGOOD", good ? 1 : 0, "1 if no check that matters failed"));
        return cards.build();
    }
}

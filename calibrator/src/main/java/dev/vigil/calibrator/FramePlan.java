package dev.vigil.calibrator;

import dev.vigil.archive.ArchiveException;
import dev.vigil.instruments.Recipes;
import dev.vigil.reduction.Imaging;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.Masters;
import dev.vigil.reduction.recipes.Fingerprint;
import dev.vigil.reduction.recipes.Outcome;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.steps.FitPointSources;
import dev.vigil.reduction.steps.SkySteps;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.RecipeUsed;
import dev.vigil.schemas.events.ReduceFrame;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a frame will be reduced, before a pixel is read.
 *
 * @param recipes the recipe of each detector that can be reduced
 * @param troubles of those that cannot
 */
record FramePlan(Map<Detector, Recipe> recipes, Map<String, Trouble> troubles) {
    static FramePlan of(ReduceFrame work, Signatures signatures, SkySteps sky)
            throws ArchiveException, TroubleException {
        Map<Detector, Recipe> recipes = new LinkedHashMap<>();
        Map<String, Trouble> troubles = new LinkedHashMap<>();
        Optional<Master> fringe = signatures.namedFringe(work.identity().unit(), work.facts());
        for (dev.vigil.schemas.events.Detector said : work.facts().detectors()) {
            try {
                Detector detector = signatures.detector(work.identity().unit(), said, work.facts());
                recipes.put(detector, recipe(work, detector, Calibration.named(), fringe, sky));
            } catch (TroubleException e) {
                troubles.put(said.name(), e.trouble());
            }
        }
        if (recipes.isEmpty()) {
            throw none(troubles).thrown();
        }
        return new FramePlan(recipes, troubles);
    }

    private static Trouble none(Map<String, Trouble> troubles) {
        return troubles.values().stream()
                .findFirst()
                .orElseGet(() -> new Trouble(
                        FailureCategory.IMPOSSIBLE_VALUE,
                        "no image of it is to be reduced",
                        "name its image extensions in the instrument profile"));
    }

    /** The recipe of one detector, with its masters as the calibration brings them. */
    static Recipe recipe(
            ReduceFrame work, Detector detector, Calibration calibration, Optional<Master> fringe, SkySteps sky)
            throws ArchiveException, TroubleException {
        FrameFacts facts = work.facts();
        if (!Recipes.BUILT.contains(facts.recipe())) {
            throw new Trouble(
                            FailureCategory.IMPOSSIBLE_VALUE,
                            "there is no recipe '" + facts.recipe() + "'",
                            "name the recipe " + String.join(", or ", Recipes.BUILT) + ", in the instrument profile")
                    .thrown();
        }
        Masters masters = calibration.of(work.masters(), detector.name());
        Outcome<Recipe> recipe = Imaging.science(
                detector, fringe.map(masters::with).orElse(masters), exposure(facts), Translation.required(facts), sky);
        Recipe whole = orTrouble(recipe);
        return facts.recipe().equals(Recipes.IMAGING_APERTURES)
                ? whole.without(Recipes.IMAGING_APERTURES, FitPointSources.class)
                : whole;
    }

    static Duration exposure(FrameFacts facts) throws TroubleException {
        return facts.exposureTime()
                .orElseThrow(() -> new Trouble(
                                FailureCategory.MISSING_KEYWORD,
                                "its exposure time is unknown",
                                "have the camera write EXPTIME, or name its keyword in the instrument profile")
                        .thrown());
    }

    static <T> T orTrouble(Outcome<T> outcome) throws TroubleException {
        if (outcome instanceof Outcome.Failed<T> failed) {
            throw Trouble.of(failed.failure()).thrown();
        }
        return ((Outcome.Done<T>) outcome).value();
    }

    /** Names the arithmetic on all detectors: two frames with the same fingerprint were treated in the same way. */
    RecipeUsed used() {
        Recipe any = recipes.values().iterator().next();
        StringBuilder text = new StringBuilder();
        recipes.forEach((detector, recipe) -> text.append(detector.name())
                .append(' ')
                .append(recipe.fingerprint())
                .append('\n'));
        troubles.forEach((detector, trouble) ->
                text.append(detector).append(' ').append(trouble.reason()).append('\n'));
        String fingerprint =
                recipes.size() == 1 && troubles.isEmpty() ? any.fingerprint() : Fingerprint.of(text.toString());
        return new RecipeUsed(any.name(), Integer.toString(any.version()), fingerprint);
    }
}
